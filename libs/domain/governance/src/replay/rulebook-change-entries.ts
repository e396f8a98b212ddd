import { type Instant, type Json, type JsonObject } from '@tavolo/kernel';
import { type RulebookChange, type RulebookVersionName, type RulesOfTable } from '../rulebook-change.js';
import { resultOfVote, rulebookInWhole } from '../rulebook-change/rules-of-change.js';
import { type RulebookChangeAct } from '../rulebook-change/step-rulebook-change.js';
import { type Rulebook } from '../rulebook.js';
import { type Actor } from '../seat.js';
import { standingOfActor, type ProcedureEntry } from './entries.js';
import { withoutWords } from './leaf-words.js';

/** The stream of a change of the rules in the log. */
export const rulebookChangeStream = (change: string): string => `rulebook_change:${change}`;

/** A change was drafted, or something was done with it. */
export interface DoneWithRules {
  readonly name: 'rulebook.drafted' | RulebookChangeAct['name'];
  readonly by: Actor;
  readonly table: RulesOfTable;
  /** What the act carried besides the rules themselves. */
  readonly carries: Readonly<Record<string, unknown>>;
  readonly after: RulebookChange;
  readonly now: Instant;
}

/** What an act on a change carries besides the rules, which stand in its entry word for word. */
export function carriedBy(act: RulebookChangeAct): DoneWithRules['carries'] {
  switch (act.name) {
    case 'rulebook.proposed':
    case 'rulebook.refused':
      return { reason: act.reason };
    case 'rulebook.vote_cast':
      return { choice: act.choice };
    default:
      return {};
  }
}

/**
 * The entry of an act on a change of the rules: it cites the version in force, holds the rules as drafted word for word, who votes on them,
 * each vote by name, and, where the vote was counted, its result.
 */
export function entryOfRulebookChange({ name, by, table, carries, after, now }: DoneWithRules): ProcedureEntry {
  const { key, version } = table.present;
  return {
    at: now,
    actor: by.member,
    act: name,
    stream: rulebookChangeStream(after.key),
    data: {
      change: after.key,
      rulebook: { key, version },
      ...standingOfActor(by),
      ...(name === 'rulebook.drafted' || name === 'rulebook.redrafted' ? textOf(after.rulebook) : {}),
      ...(name === 'rulebook.proposed' ? { ...textOf(after.rulebook), ...rollOf(after) } : {}),
      ...(name === 'rulebook.vote_cast' ? { option: carries.choice as Json } : {}),
      ...(name === 'rulebook.confirmed' || name === 'rulebook.refused' ? countOf(after) : {}),
      ...(name === 'rulebook.confirmed' ? { adopts: nameOf(after.rulebook) } : {}),
      input: { now, carries: withoutWords(carries) },
      after: { stage: after.stage, since: after.since, closesAt: after.proposal?.closesAt ?? null },
    },
  };
}

const nameOf = ({ key, version }: RulebookVersionName): JsonObject => ({ key, version });

const textOf = (rulebook: Rulebook): JsonObject => ({ text: rulebookInWhole(rulebook) });

function rollOf({ proposal }: RulebookChange): JsonObject {
  const { electorate = [], parties = [] } = proposal ?? {};
  return { electorate: electorate.map(({ seat, sector }) => ({ seat, sector })), parties: [...parties] };
}

function countOf(change: RulebookChange): JsonObject {
  if (!change.proposal) return {};
  const { verdict, total, explanation } = resultOfVote(change, change.proposal);
  return { verdict, total: { ...total }, explanation: explanation as unknown as JsonObject };
}
