import { type EntityManager } from 'typeorm';
import { uuid7 } from './uuid7.js';

export interface SpaceToOpen {
  readonly id: string;
  /** Name of the log and of its key; fixed for ever. Take it from `AuditSpaces.originOf`. */
  readonly origin: string;
  /** `room`: of a bench or coalition, of which those outside may not even know that it exists. */
  readonly kind: 'table' | 'room' | 'system';
}

/** A log as it is stored. */
export type AuditSpace = SpaceToOpen;

/** The logs of the installation: one for each table and each private room, and the system log. */
export class AuditSpaces {
  readonly #host: string;

  constructor(publicUrl: string) {
    this.#host = new URL(publicUrl).hostname;
  }

  /** Name of the key of whoever runs the installation: `<host>/operator`. */
  get operatorName(): string {
    return `${this.#host}/operator`;
  }

  /** `<host>/log/<slug>`, lower case. Ask once, when the space is opened: later the stored origin holds. */
  originOf(slug: string): string {
    return `${this.#host}/log/${slug.toLowerCase()}`;
  }

  /** Opens a log, in the transaction of the act that records its first entry (`space.created`). Refused (23505) when it exists. */
  async open(manager: EntityManager, { id, origin, kind }: SpaceToOpen): Promise<void> {
    await manager.query('insert into audit.space (id, kind, origin) values ($1, $2, $3)', [id, kind, origin]);
  }

  /** The system log; `null` only before the first start has opened it. */
  async findSystem(manager: EntityManager): Promise<AuditSpace | null> {
    const [space] = await manager.query<AuditSpace[]>("select id, kind, origin from audit.space where kind = 'system'");
    return space ?? null;
  }

  /** The system log. */
  async system(manager: EntityManager): Promise<AuditSpace> {
    const space = await this.findSystem(manager);
    if (space === null) throw new Error('the system log has not been opened');
    return space;
  }

  /** A log by its id; `null` when there is none. */
  async find(manager: EntityManager, id: string): Promise<AuditSpace | null> {
    const [space] = await manager.query<AuditSpace[]>('select id, kind, origin from audit.space where id = $1', [id]);
    return space ?? null;
  }

  /** All logs, in the order in which they were opened. */
  async all(manager: EntityManager): Promise<AuditSpace[]> {
    return manager.query<AuditSpace[]>('select id, kind, origin from audit.space order by opened_at, id');
  }

  /** A new id for a space. */
  newId(): string {
    return uuid7();
  }
}
