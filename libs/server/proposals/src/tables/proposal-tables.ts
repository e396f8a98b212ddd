import { type Actor, type Composition, type Mode, type Rulebook } from '@tavolo/governance';
import { type Words } from '@tavolo/kernel';
import { type Who } from '@tavolo/server-platform';
import { type EntityManager } from 'typeorm';

/** A table at one moment: its rules, and who sits there. */
export interface TableAtMoment {
  readonly id: string;
  readonly key: string;
  readonly name: Words;
  readonly mode: Mode;
  readonly visibility: 'public' | 'members';
  /** Its log. */
  readonly space: string;
  readonly rulebook: Rulebook;
  readonly composition: Composition;
}

/** What proposals ask of tables. */
export abstract class ProposalTables {
  abstract byKey(manager: EntityManager, key: string): Promise<TableAtMoment | null>;
  abstract byId(manager: EntityManager, id: string): Promise<TableAtMoment>;
  /** Who somebody is at a table; `null` when she has no part in it. */
  abstract actorOf(manager: EntityManager, table: TableAtMoment, who: Who): Promise<Actor | null>;
}
