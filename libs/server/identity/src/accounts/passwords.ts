import { hash, verify } from '@node-rs/argon2';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes passwords with argon2id, and checks them in a time that does not tell whether there was one to check. */
@Injectable()
export class Passwords implements OnModuleInit {
  private decoy: Promise<string> | undefined;

  /** The first who is unknown waits no longer than the others. */
  async onModuleInit(): Promise<void> {
    await this.decoyHash();
  }

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), cost);
  }

  /** Whether `password` is the one of `stored`; always false when `stored` is `null`, after the same work. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const right = await verify(stored ?? (await this.decoyHash()), password.normalize('NFC'));
    return right && stored !== null;
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= this.hash('nobody has this password');
    return this.decoy;
  }
}
