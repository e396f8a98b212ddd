import { type AutoAdministrationProcedure, type Ballot } from '../../src/index.js';
import { decisionTables } from './decision-table.js';
import { accepting, askedOf, withClock, withoutGuard, withRow } from './mistakes.js';
import { isAct, type Forbidden, type ModeCheck, type Move, type Way } from './mode-check.js';

type Decision = AutoAdministrationProcedure;
type Stage = Decision['stage'];

const lastBallot = ({ ballots }: Decision): Pick<Ballot, 'electorate' | 'parties' | 'votes'> =>
  ballots.at(-1) ?? { electorate: [], parties: [], votes: {} };
const blank = (text: string | null): boolean => (text ?? '').trim() === '';
const at =
  (stage: Stage) =>
  (procedure: Decision): Decision => ({ ...procedure, stage });
const running = ({ ballots }: Decision) => ballots.find(({ state }) => state === 'open' || state === 'suspended');
const enters = ({ before, after }: Move<Decision>, stage: Stage): boolean =>
  before.stage !== stage && after.stage === stage;
const latest = ({ callIns }: Decision) => callIns.at(-1);

/** Yes of more than half of those eligible where money is spent, else more yes than no: from the votes alone. */
function carried({ after }: Move<Decision>): boolean {
  const { electorate, votes } = lastBallot(after);
  const of = (choice: string) => electorate.filter(({ seat }) => votes[seat]?.choice === choice).length;
  const spends = (after.adoption?.amount ?? 0) > 0;
  return of('yes') > of('no') && (!spends || of('yes') * 2 > electorate.length);
}

const forbidden: readonly Forbidden<Decision>[] = [
  {
    what: 'somebody who does not hold the mandate votes',
    done: ({ act }) => isAct(act, 'vote.cast') && !['coop', 'citizen'].includes(act.by.member),
    mistake: (mode) =>
      withRow<Decision>('vote.cast', { who: ['seat'] })(accepting<Decision, 'vote.cast'>('vote.cast')(mode)),
  },
  {
    what: 'a recused holder votes, hands in, reopens or insists',
    done: ({ before, act }) =>
      isAct(act, 'vote.cast', 'decision.submitted', 'decision.reopened', 'decision.insisted') &&
      before.recusals.some(({ member }) => member === act.by.member),
    mistake: withoutGuard('decision.reopened'),
  },
  {
    what: 'what is out of scope, or over the ceiling or the rest, is deliberated',
    done: ({ after }) => {
      const terms = after.submissions.at(-1)?.terms;
      const outside = terms !== undefined && (terms.area !== 'first_access' || terms.amount > 800_000);
      return outside && after.stage !== 'blocked' && after.stage !== 'draft' && after.stage !== 'withdrawn';
    },
    mistake: (mode) => {
      const submit = mode.rules['decision.submitted'];
      if (!submit) return mode;
      const apply: typeof submit.apply = (procedure, act, now) => {
        const outcome = submit.apply(procedure, act, now);
        return outcome.ok ? { ...outcome, procedure: at('deliberating')(outcome.procedure) } : outcome;
      };
      return { ...mode, rules: { ...mode.rules, 'decision.submitted': { apply } } };
    },
  },
  {
    what: 'a ballot is opened while the mandate is not active',
    done: ({ before, act }) =>
      isAct(act, 'vote.opened') && (before.mandate.state !== 'active' || before.mandate.endedAt !== null),
    mistake: accepting('vote.opened', (procedure: Decision) => procedure),
  },
  {
    what: 'a ballot runs on although the mandate is suspended or has ended',
    done: ({ after, now }) =>
      running(after) !== undefined && (after.mandate.endedAt !== null || now >= after.mandate.expiresAt),
    mistake: (mode) => ({ ...mode, nextDue: () => null }),
  },
  {
    what: 'spending is adopted without more than half of the eligible holders',
    done: (move) => enters(move, 'standstill') && move.before.stage === 'voting' && !carried(move),
    mistake: askedOf('vote.closed', (procedure: Decision) => ({
      ...procedure,
      ballots: procedure.ballots.map((one) => ({
        ...one,
        quorum: { overall: { fraction: '1/3', strict: false }, emptySector: 'block' },
        decision: { ...one.decision, base: 'cast' },
      })),
    })),
  },
  {
    what: 'a decision is effective before its standstill is over, without a ruling',
    done: ({ before, after, now }) =>
      before.stage !== 'effective' &&
      after.stage === 'effective' &&
      now < (after.adoption?.until ?? now) &&
      latest(after)?.ruling?.upheld !== false,
    mistake: withClock<Decision>(
      ({ stage, since }) => (stage === 'standstill' ? since : null),
      (procedure) => ({ procedure: at('effective')(procedure), consequences: [] }),
    ),
  },
  {
    what: 'the institution calls in on the merit, without a reason, or somebody else does',
    done: ({ act }) =>
      isAct(act, 'decision.called_in') &&
      (act.ground === 'merit' || blank(act.reason) || act.by.member !== 'institution'),
    mistake: accepting('decision.called_in'),
  },
  {
    what: 'it calls in after the standstill, or again on a ground that was ruled on',
    done: ({ before, act }) => isAct(act, 'decision.called_in') && before.stage !== 'standstill',
    mistake: withRow('decision.called_in', { from: ['effective'], to: ['called_in'] }),
  },
  {
    what: 'somebody rules before the holders insist, without a reason, or who is not the guarantor',
    done: ({ before, act }) =>
      isAct(act, 'call_in.ruled') &&
      (latest(before)?.answer?.kind !== 'insisted' || blank(act.reason) || act.by.member !== 'guarantor'),
    mistake: withoutGuard('call_in.ruled'),
  },
  {
    what: 'silence on a call-in annuls or confirms',
    done: ({ how, before, after }) => how === 'clock' && before.stage === 'called_in' && after.stage !== before.stage,
    mistake: withClock<Decision>(
      ({ stage, adoption }) => (stage === 'called_in' ? (adoption?.until ?? null) : null),
      (procedure) => ({ procedure: at('effective')(procedure), consequences: [] }),
    ),
  },
  {
    what: 'an effective decision falls because the mandate is suspended, revoked or expires',
    done: ({ before, after }) =>
      (before.stage === 'effective' || before.stage === 'reported') &&
      after.stage !== 'effective' &&
      after.stage !== 'reported',
    mistake: withClock<Decision>(
      ({ stage, mandate }) => (stage === 'effective' ? mandate.endedAt : null),
      (procedure) => ({ procedure: at('annulled')(procedure), consequences: [] }),
    ),
  },
  {
    what: 'the institution answers for the holders before it was asked',
    done: ({ before, act }) => isAct(act, 'institution.answered') && before.stage !== 'returned',
    mistake: withRow('institution.answered', { from: ['deliberating'], to: ['closed'] }),
  },
  {
    what: 'a text that was handed in is written on',
    done: ({ after, table }, { writingRefused }) =>
      after.stage !== 'draft' &&
      (decisionTables[0]?.people ?? []).some((actor) => writingRefused(after, actor, table) === null),
    mistake: (mode) => ({ ...mode, writingRefused: () => null }),
  },
];

const ways: readonly Way<Decision>[] = [
  { from: 'draft', to: 'deliberating', by: 'decision.submitted' },
  { from: 'draft', to: 'blocked', by: 'decision.submitted' },
  { from: 'draft', to: 'returned', by: 'decision.submitted' },
  { from: 'draft', to: 'blocked', by: 'decision.blocked', how: 'clock' },
  { from: 'blocked', to: 'draft', by: 'decision.reopened' },
  { from: 'blocked', to: 'withdrawn', by: 'decision.withdrawn' },
  { from: 'deliberating', to: 'returned', by: 'seat.recused' },
  { from: 'voting', to: 'returned', by: 'seat.recused' },
  { from: 'voting', to: 'returned', by: 'vote.closed' },
  { from: 'voting', to: 'standstill', by: 'vote.closed' },
  { from: 'voting', to: 'standstill', by: 'decision.adopted', how: 'clock' },
  { from: 'voting', to: 'returned', by: 'decision.returned', how: 'clock' },
  { from: 'standstill', to: 'effective', by: 'decision.took_effect', how: 'clock' },
  { from: 'standstill', to: 'called_in', by: 'decision.called_in' },
  { from: 'called_in', to: 'draft', by: 'decision.reopened' },
  { from: 'called_in', to: 'withdrawn', by: 'decision.withdrawn' },
  { from: 'called_in', to: 'annulled', by: 'call_in.ruled' },
  { from: 'called_in', to: 'standstill', by: 'call_in.ruled' },
  { from: 'effective', to: 'reported', by: 'decision.reported' },
  { from: 'returned', to: 'closed', by: 'institution.answered' },
];

/** Auto-administration as the document has it. */
export const decisionCheck: ModeCheck<Decision> = {
  tables: decisionTables,
  finals: ['reported', 'annulled', 'withdrawn', 'closed'],
  ways,
  forbidden,
};
