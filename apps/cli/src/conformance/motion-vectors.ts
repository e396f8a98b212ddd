import {
  decideRule,
  type ConditionalRule,
  type Counts,
  type ExactNumber,
  type RuleVerdict,
  type Tally,
} from '@tavolo/governance';
import { differs } from './vector-case.js';
import { type VotingCase, type VotingRunner } from './voting-vectors.js';

type Row = Readonly<Record<string, ExactNumber>> & { readonly id: string; readonly kind?: string };

interface RawTally {
  readonly total: Counts;
  readonly groups?: readonly Row[];
}

interface Consent {
  readonly objectionsAllowed: number;
  readonly fallback?: ConditionalRule;
}

interface Expected {
  readonly passed: boolean;
  readonly quorate?: boolean;
  readonly conditions?: Readonly<Record<string, boolean>>;
  readonly fallbackPassed?: boolean;
}

/** Motions and consent rounds with published outcomes, decided in the language of conditions. */
export const motionRunner: VotingRunner = {
  offers: ({ method }) => method === 'motion' || method === 'consent',
  check: (motion) => (motion.method === 'consent' ? checkConsent(motion) : checkMotion(motion)),
};

function checkMotion({ params, raw, expected }: VotingCase): string | undefined {
  const verdict = decideRule(params.rule as ConditionalRule, tallyOf(raw.tally as RawTally));
  return compare(verdict, expected as unknown as Expected);
}

function compare(verdict: RuleVerdict, { passed, quorate, conditions = {} }: Expected): string | undefined {
  const told = Object.keys(conditions);
  const found = {
    passed: verdict.passed,
    quorate: quorate === undefined ? undefined : verdict.quorate,
    conditions: Object.fromEntries(told.map((id) => [id, verdict.conditions[id]])),
  };
  return differs(JSON.stringify(found), JSON.stringify({ passed, quorate, conditions }));
}

/** Adopted when no more objections stand than are allowed; an objected text may still be put to the vote. */
function checkConsent({ params, raw, expected }: VotingCase): string | undefined {
  const rule = params.rule as Consent;
  const { objections, fallbackTally } = raw.tally as { objections: number; fallbackTally?: RawTally };
  const consent: ConditionalRule = {
    name: 'consent',
    conditions: [{ type: 'count', of: ['objections'], op: '<=', value: rule.objectionsAllowed }],
  };
  const { passed } = decideRule(consent, { total: { objections }, groups: [] });
  const fallback = rule.fallback && fallbackTally && decideRule(rule.fallback, tallyOf(fallbackTally)).passed;
  const wanted = expected as unknown as Expected;
  return differs(
    JSON.stringify({ passed, fallback }),
    JSON.stringify({ passed: wanted.passed, fallback: wanted.fallbackPassed }),
  );
}

/** Votes and weights of a group stand side by side in the vectors; a name may serve as either. */
const tallyOf = ({ total, groups = [] }: RawTally): Tally => ({
  total,
  groups: groups.map(({ id, kind, ...numbers }) => ({
    id,
    ...(kind === undefined ? {} : { kind }),
    weights: numbers,
    counts: numbers,
  })),
});
