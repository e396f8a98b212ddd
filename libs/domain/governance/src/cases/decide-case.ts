import { instant } from '@tavolo/kernel';
import { explainEntry } from '../auto-regulation/entry-condition.js';
import { choices, type Ballot, type Choice, type Elector } from '../ballot.js';
import { decideRule } from '../conditions/decide.js';
import { tallyOf } from '../conditions/tally-of.js';
import { positions, type Assessment, type Position } from '../consultation-procedure.js';
import { deviationOf } from '../consultation/deviation.js';
import { answeredEnough, prevailingOf } from '../consultation/prevailing.js';
import { branch, numbersLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import { type Preset } from '../presets/preset.js';
import { type AutoRegulationRulebook, type ConsultationRulebook, type Rulebook } from '../rulebook.js';
import { explainShares } from '../shares.js';
import { tallyBallot } from '../tally-ballot.js';
import { type CaseRules, type CaseSeat, type CaseVerdict, type DecisionCase } from './decision-case.js';

/**
 * What rules say of a case, counted by the same code as the procedures. `null` where the rules decide nothing between yes and no: presets
 * of citizen votes, and rules of holders of which quorum and majority are not written down.
 */
export function decideCase(rules: CaseRules, given: DecisionCase): CaseVerdict | null {
  const verdict = verdictOf(rules, given);
  const shares = explainShares(rules, given.seats.map(asSeat));
  return verdict && shares ? { ...verdict, explanations: [...verdict.explanations, shares] } : verdict;
}

const asSeat = ({ sector, right, vacant }: CaseSeat) => ({ sector, right, holder: vacant ? null : ('' as never) });

const isRulebook = (rules: CaseRules): rules is Rulebook => 'mode' in rules;

function verdictOf(rules: CaseRules, given: DecisionCase): CaseVerdict | null {
  if (!isRulebook(rules)) return ofBench(rules, given);
  switch (rules.mode) {
    case 'planning':
      return ofBallot(rules, given);
    case 'consultation':
      return ofConsultation(rules, given);
    case 'auto_regulation':
      return ofCharter(rules, given);
    case 'auto_administration':
      return ofHolders(rules, given);
  }
}

/** Eligible = filled voting seats minus recused seats (domain.md 2.1). */
const electorsOf = ({ seats }: DecisionCase): readonly Elector[] =>
  seats
    .filter(({ right, vacant, recused }) => right === 'vote' && !vacant && !recused)
    .map(({ seat, sector, organisation }) => ({ seat, sector, organisation: organisation ?? seat }));

/** No result depends on when something was said. */
const never = instant(0);

const votesOf = ({ votes }: DecisionCase): Ballot['votes'] =>
  Object.fromEntries(
    Object.entries(votes)
      .filter((pair): pair is [string, Choice] => (choices as readonly string[]).includes(pair[1]))
      .map(([seat, choice]) => [seat, { choice, at: never }]),
  );

type BallotRules = Pick<Ballot, 'quorum' | 'decision' | 'parties' | 'conditions'> & Pick<Rulebook, 'key' | 'version'>;

function ofBallot(rules: BallotRules, given: DecisionCase): CaseVerdict {
  const { quorum, decision, parties, conditions, key, version } = rules;
  const electorate = electorsOf(given);
  const { verdict, reason, explanation } = tallyBallot({
    key: '',
    call: given.call,
    version: 0,
    textHash: '',
    rulebook: { key, version },
    quorum,
    decision,
    ...(conditions ? { conditions } : {}),
    parties,
    electorate,
    recused: [],
    openedAt: never,
    closesAt: null,
    presence: given.presence,
    votes: votesOf(given),
    state: 'open',
    closedAt: null,
    result: null,
  });
  return { verdict, reason, explanations: [explanation] };
}

function ofHolders(rules: Extract<Rulebook, { mode: 'auto_administration' }>, given: DecisionCase): CaseVerdict | null {
  if ('values' in rules) return null;
  const { quorum, ordinary, spending } = rules;
  const decision = { ...(given.spending ? spending : ordinary), first: 'ballot', concurrence: [] } as const;
  const { key, version, conditions } = rules;
  return ofBallot({ key, version, quorum, decision, parties: [], ...(conditions ? { conditions } : {}) }, given);
}

function ofBench({ conditions }: Preset, given: DecisionCase): CaseVerdict | null {
  if (!conditions) return null;
  const tally = tallyOf({ electorate: electorsOf(given), presence: given.presence, votes: votesOf(given) });
  const { passed, quorate, explanation } = decideRule(conditions, tally);
  if (!quorate) return { verdict: 'no_quorum', reason: 'no_quorum', explanations: [explanation] };
  return passed
    ? { verdict: 'adopted', reason: null, explanations: [explanation] }
    : { verdict: 'rejected', reason: 'condition_not_met', explanations: [explanation] };
}

function ofConsultation(rulebook: ConsultationRulebook, given: DecisionCase): CaseVerdict {
  const entitled = given.seats.filter(({ vacant }) => !vacant).map(({ seat, sector }) => ({ seat, sector }));
  const assessments = entitled.flatMap(({ seat, sector }): readonly Assessment[] => {
    const position = given.votes[seat];
    return isPosition(position) ? [{ ...unsaid, key: seat, seat, sector, position }] : [];
  });
  const prevailing = prevailingOf({ entitled, assessments });
  const replies = Object.entries(given.replies).map(([seat, outcome]) => ({
    key: seat,
    assessments: [seat],
    outcome,
    reason: null,
    at: never,
  }));
  const answered = { entitled, assessments, prevailing, replies };
  const deviation: readonly Explanation[] = given.decision === null ? [] : [deviationOf(answered, given.decision)];
  return {
    verdict: prevailing.leaning,
    reason: null,
    explanations: [prevailing.explanation, answeredEnough({ ...answered, rulebook }), ...deviation],
  };
}

const unsaid = { clause: null, reason: null, condition: null, interest: null, at: never };

const isPosition = (said: unknown): said is Position => (positions as readonly unknown[]).includes(said);

function ofCharter(rulebook: AutoRegulationRulebook, given: DecisionCase): CaseVerdict {
  const signatures = given.seats.filter(({ seat, vacant }) => !vacant && given.votes[seat] === 'signed');
  const objections = Object.values(given.votes).filter((said) => said === 'objection').length;
  const entry = explainEntry({ signatures, rulebook });
  // A text goes to signing by consent of those who wrote it (domain.md 2.2, Amends).
  const consent = numbersLeaf('consent.objections', objections, 'atMost', 0, { rule: '2.2 Amends' });
  const explanation = branch('entry', 'all', [...entry.children, consent], { rule: 'entry' });
  return { verdict: explanation.held ? 'in_force' : 'not_in_force', reason: null, explanations: [explanation] };
}
