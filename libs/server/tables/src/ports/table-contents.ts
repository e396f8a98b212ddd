import { type DecisionSummary, type ProposalSummary, type Waiting } from '@tavolo/contracts';
import { type Who } from '@tavolo/server-platform';
import { type Standing } from '../policy/table-facts.js';

/** What lies on a table, as its reader may see it. */
export interface Contents {
  readonly proposals: readonly ProposalSummary[];
  readonly decisions: readonly DecisionSummary[];
}

/** Port: the context that keeps proposals answers it. */
export abstract class TableContents {
  /** Proposals and decisions of a table that the reader may see, newest first. */
  abstract of(standing: Standing): Promise<Contents>;
  /** Number of proposals under way that the reader may see, by id of the table; tables without any may be absent. */
  abstract openProposals(standings: readonly Standing[]): Promise<Map<string, number>>;
}

/** Port: the context that keeps procedures says what waits for a person, most urgent first. */
export abstract class Expectations {
  abstract of(who: Who, standings: readonly Standing[]): Promise<readonly Waiting[]>;
}
