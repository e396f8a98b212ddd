import { type ActName } from '@tavolo/contracts';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { FactBus, LiveGateway } from '@tavolo/server-platform';

/** Acts that change who somebody is at a table, and with it what she may follow there. */
const changing: ReadonlySet<ActName> = new Set<ActName>([
  'member.joined',
  'member.left',
  'seat.filled',
  'seat.vacated',
  'role.given',
  'role.ended',
]);

/** A right that is given or taken counts at once also for who has the table open (ASVS 8.3.2). */
@Injectable()
export class RightsChanges implements OnModuleInit, OnApplicationShutdown {
  readonly #log = new Logger('Rights');
  #stopListening: () => void = () => undefined;

  constructor(
    private readonly facts: FactBus,
    private readonly live: LiveGateway,
  ) {}

  onModuleInit(): void {
    this.#stopListening = this.facts.subscribe(({ act, table }) => {
      if (!changing.has(act)) return;
      this.live.recheck(table).catch((error: unknown) => this.#log.error(String(error)));
    });
  }

  onApplicationShutdown(): void {
    this.#stopListening();
  }
}
