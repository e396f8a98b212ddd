import { Injectable } from '@nestjs/common';
import { type Waiting } from '@tavolo/contracts';
import { expectations, isAsked, type Actor, type Composition } from '@tavolo/governance';
import { Clock, DomainRefusal, type Who } from '@tavolo/server-platform';
import { SharedTexts, summaryOf, type ProposalRow } from '@tavolo/server-proposals';
import { Expectations, TablePolicy, type Standing } from '@tavolo/server-tables';
import { ProposalsOnTables } from './table-contents.reader.js';

/** What waits for a person at her tables: everything that is asked of her, the one with the nearest deadline first. */
@Injectable()
export class OwnExpectations extends Expectations {
  constructor(
    private readonly contents: ProposalsOnTables,
    private readonly policy: TablePolicy,
    private readonly clock: Clock,
    private readonly texts: SharedTexts,
  ) {
    super();
  }

  override async of(_who: Who, standings: readonly Standing[]): Promise<readonly Waiting[]> {
    const own = new Map(
      standings.filter(({ actor }) => actor !== null).map((standing) => [standing.table.id, standing]),
    );
    const compositions = new Map<string, Composition>();
    for (const id of own.keys()) compositions.set(id, await this.policy.composition(id));
    const now = this.clock.now();
    const waiting: Waiting[] = [];
    for (const proposal of await this.contents.visible([...own.values()])) {
      const standing = own.get(proposal.table);
      const composition = compositions.get(proposal.table);
      if (!standing?.actor || !composition) continue;
      const { key, name } = standing.table;
      const text = await this.liveHash(proposal, standing.actor);
      for (const expectation of expectations(proposal.procedure, standing.actor, composition, now, text)) {
        if (!isAsked(expectation)) continue;
        waiting.push({
          table: { key, name },
          proposal: summaryOf(proposal),
          expectation: { ...expectation, params: { ...expectation.params } },
        });
      }
    }
    return waiting.sort(byUrgency);
  }

  /** How a text reads that she has confirmed, to tell whether it has changed since; `null` where that is nothing to her. */
  private async liveHash({ id, procedure }: ProposalRow, { member }: Actor): Promise<string | null> {
    if (procedure.mode !== 'planning' || (procedure.stage !== 'negotiating' && procedure.stage !== 'mediation'))
      return null;
    if (!procedure.confirmations.some(({ by }) => by === member)) return null;
    try {
      return (await this.texts.live(id)).textHash;
    } catch (error) {
      // A text that cannot be read cannot be confirmed either; the list is still owed.
      if (error instanceof DomainRefusal) return null;
      throw error;
    }
  }
}

/** What has a deadline before what has none; of two without, the proposal that changed last. */
function byUrgency(one: Waiting, other: Waiting): number {
  const [first, second] = [one.expectation.until, other.expectation.until];
  if (first === second) return one.proposal.changedAt < other.proposal.changedAt ? 1 : -1;
  if (first === null) return 1;
  return second === null || first < second ? -1 : 1;
}
