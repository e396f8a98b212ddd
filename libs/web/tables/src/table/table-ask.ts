import { type Waiting } from '@tavolo/contracts';

/** Something about the rules of a table that the reader is asked to do. */
export interface TableAsk {
  readonly key: string;
  /** Where it is done. */
  readonly to: string;
  readonly sentence: string;
  readonly at: Waiting['table']['name'];
  readonly until: string | null;
}
