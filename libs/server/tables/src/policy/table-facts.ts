import { type Actor, type Rulebook, type Sector } from '@tavolo/governance';
import { type Instant, type Words } from '@tavolo/kernel';
import { type MeAtTable } from '@tavolo/contracts';
import { type Visibility } from '../records/table.record.js';

/** A room of which only those who sit there know: no administrator reads, finds or seats anybody in it. */
export type Room =
  | { readonly kind: 'coalition' }
  | {
      readonly kind: 'bench';
      readonly sector: Sector;
      readonly of: { readonly id: string; readonly key: string; readonly name: Words };
    };

/** A table with the rules in force. */
export interface TableFacts {
  readonly id: string;
  readonly key: string;
  readonly name: Words;
  readonly area: { readonly name: Words } | null;
  readonly visibility: Visibility;
  /** What private room it is; `null` for a table. */
  readonly room: Room | null;
  /** The log of the table: `EntryDraft.space`. */
  readonly space: string;
  readonly origin: string;
  readonly rulebook: Rulebook;
  readonly seats: number;
  readonly createdAt: Instant;
}

/** How a reader stands to a table. */
export interface Standing {
  readonly table: TableFacts;
  readonly me: MeAtTable;
  /** She as one who acts, for the procedures; `null` for everybody who is not a member of the table. */
  readonly actor: Actor | null;
  readonly mayRead: boolean;
  /** Whether she may see names of people of this table. */
  readonly seesNames: boolean;
}

/** A pseudonym of a table, and who it is. Show the name only to readers who may see names. */
export interface MemberAtTable {
  readonly member: string;
  /** `null`, like name and title: she was erased. */
  readonly person: string | null;
  readonly name: string | null;
  readonly title: Words | null;
  /** What stands for her where the name is not shown. */
  readonly label: Required<Words>;
}
