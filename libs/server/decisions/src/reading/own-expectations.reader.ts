import { Injectable } from '@nestjs/common';
import { type Waiting } from '@tavolo/contracts';
import { expectations, type Composition, type ExpectationKey } from '@tavolo/governance';
import { Clock, type Who } from '@tavolo/server-platform';
import { summaryOf } from '@tavolo/server-proposals';
import { Expectations, TablePolicy, type Standing } from '@tavolo/server-tables';
import { ProposalsOnTables } from './table-contents.reader.js';

/** What she has done and may still change waits for nobody. */
const done: readonly ExpectationKey[] = ['vote_cast', 'stand_given', 'assessment_given'];

/** What waits for a person at her tables: each act that is expected of her, the one with the nearest deadline first. */
@Injectable()
export class OwnExpectations extends Expectations {
  constructor(
    private readonly contents: ProposalsOnTables,
    private readonly policy: TablePolicy,
    private readonly clock: Clock,
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
      for (const expectation of expectations(proposal.procedure, standing.actor, composition, now)) {
        if (expectation.act === null || done.includes(expectation.key)) continue;
        waiting.push({
          table: { key, name },
          proposal: summaryOf(proposal),
          expectation: { ...expectation, params: { ...expectation.params } },
        });
      }
    }
    return waiting.sort(byUrgency);
  }
}

/** What has a deadline before what has none; of two without, the proposal that changed last. */
function byUrgency(one: Waiting, other: Waiting): number {
  const [first, second] = [one.expectation.until, other.expectation.until];
  if (first === second) return one.proposal.changedAt < other.proposal.changedAt ? 1 : -1;
  if (first === null) return 1;
  return second === null || first < second ? -1 : 1;
}
