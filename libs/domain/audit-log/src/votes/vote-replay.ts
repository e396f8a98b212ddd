import { wrong } from '../audit-log-error.js';
import { type Entry } from '../entry/entry.js';
import { oaepOpener, type SealKey, type SealOpener } from './rsa.js';
import { type VoteTally } from './tally.js';
import { voteData } from './vote-data.js';
import { voteDefinition, type BallotKind } from './vote-definition.js';
import { Vote } from './vote.js';

/** What the replay knows of one vote. */
export interface VoteSummary {
  readonly vote: string;
  readonly ballot: BallotKind;
  readonly eligible: number;
  readonly closed: boolean;
  /** The recount, once the vote is closed. */
  readonly recount?: VoteTally;
}

/** Replays the votes of a log, act by act, and recounts those that are closed (vote profile of the exported bundle). */
export class VoteReplay {
  private readonly votes = new Map<string, Vote>();

  /** `sealOpener` may replace the slower built-in opening of sealed ballots by the platform's own RSA-OAEP. */
  constructor(private readonly sealOpener: (key: SealKey) => SealOpener = oaepOpener) {}

  /**
   * Takes the next entry of the log. Entries of other acts are passed over.
   * @throws AuditLogError (wrong) when the act breaks the vote profile
   */
  take(entry: Entry): void {
    const { act } = entry;
    if (!VOTE_ACTS.has(act)) return;
    const data = voteData(entry.data, act);
    if (act === 'vote.opened') {
      const definition = voteDefinition(data);
      if (this.votes.has(definition.vote)) throw wrong(`the vote ${definition.vote} is opened twice`);
      this.votes.set(definition.vote, new Vote(definition, this.sealOpener));
      return;
    }
    const vote = this.votes.get(data.text('vote'));
    if (!vote) throw wrong(`${act} for a vote that was not opened: ${data.text('vote')}`);
    if (act === 'vote.roll') vote.addToRoll(data);
    else if (act === 'vote.cast') vote.castOpenly(entry, data);
    else if (act === 'vote.token') vote.issueToken(entry, data);
    else if (act === 'vote.ballots') vote.addBallots(entry, data);
    else if (act === 'vote.closed') vote.close(data);
    else vote.publishResult(data);
  }

  /** The votes in the order in which they were opened. */
  summaries(): VoteSummary[] {
    return [...this.votes.values()].map(({ definition, closed, counted }) => ({
      vote: definition.vote,
      ballot: definition.ballot,
      eligible: definition.eligible,
      closed,
      ...(counted && { recount: counted }),
    }));
  }
}

const VOTE_ACTS = new Set(
  ['opened', 'roll', 'cast', 'token', 'ballots', 'closed', 'result'].map((name) => `vote.${name}`),
);
