import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { plusMillis } from '@tavolo/kernel';
import { Mail } from '@tavolo/server-platform';
import { normalEmail } from '../accounts/account-creation.js';
import { passwordResetMail } from '../mail-texts/password-reset.js';
import { PublicAddress } from '../public-address.js';
import { RealTime } from '../sessions/real-time.js';
import { newToken, tokenHash } from '../tokens.js';
import { ResetLinkRepository } from './reset-link.repository.js';

/** How long a link to set a password works. */
const linkLife = 60 * 60 * 1000;

/**
 * Sends links to set a new password. Whoever asks gets her answer before anything is looked up, so neither its words nor
 * its time tell whether the address is known.
 */
@Injectable()
export class PasswordResets implements OnApplicationShutdown {
  private readonly logger = new Logger(PasswordResets.name);
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly links: ResetLinkRepository,
    private readonly mail: Mail,
    private readonly address: PublicAddress,
    private readonly time: RealTime,
  ) {}

  /** Starts the work and returns at once. */
  request(email: string): void {
    const work = this.sendLink(normalEmail(email))
      .catch((error: unknown) => this.logger.error('a link to set a password could not be sent', error))
      .finally(() => this.running.delete(work));
    this.running.add(work);
  }

  /** Resolves when everything that was asked for so far has been done. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.settled();
  }

  private async sendLink(email: string): Promise<void> {
    const person = await this.links.personByEmail(email);
    if (person === null) return;
    const now = this.time.now();
    const token = newToken();
    await this.links.removeExpired(now);
    await this.links.keep({ tokenHash: tokenHash(token), person: person.id, expiresAt: plusMillis(now, linkLife) });
    const link = this.address.page(`/reset-password/${token}`);
    await this.mail.send({
      to: email,
      language: person.language,
      ...passwordResetMail(person.language, { name: person.name, link }),
    });
  }
}
