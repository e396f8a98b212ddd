import { localDateOf, type Instant } from '@tavolo/kernel';
import { tallyBallot, type Actor, type Ballot, type PlanningProcedure } from '../../src/index.js';
import { isAct, type Forbidden, type Move } from './mode-check.js';
import { accepting, askedOf, withClock, withFurtherRow, withoutGuard, withRow, withRule } from './mistakes.js';
import { planningTable } from './planning-table.js';
import { peopleOf } from './small-tables.js';

type Planning = PlanningProcedure;
type Stage = Planning['stage'];

const running = ({ ballots }: Planning) => ballots.find(({ state }) => state === 'open' || state === 'suspended');
const round = ({ consentRounds }: Planning) => consentRounds.find(({ closedAt }) => closedAt === null);
const seated = ({ table, act }: Move<Planning>) => table.seats.find(({ id }) => id === act?.by.seat);
const lastBallot = ({ ballots }: Planning): Pick<Ballot, 'electorate' | 'parties' | 'votes'> =>
  ballots.at(-1) ?? { electorate: [], parties: [], votes: {} };
const blank = (text: string | null): boolean => (text ?? '').trim() === '';
const at =
  (stage: Stage) =>
  (procedure: Planning): Planning => ({ ...procedure, stage });

/** More yes than no, overall and in each party: counted from the votes alone. */
function carried({ after }: Move<Planning>): boolean {
  const { electorate, parties, votes } = lastBallot(after);
  const more = (among: typeof electorate): boolean => {
    const of = (choice: string) => among.filter(({ seat }) => votes[seat]?.choice === choice).length;
    return of('yes') > of('no');
  };
  return more(electorate) && parties.every((party) => more(electorate.filter(({ sector }) => sector === party)));
}

function onTheDayOfTheFirstCall({ before, now }: Move<Planning>): boolean {
  const last = before.ballots.filter(({ state }) => state === 'closed').at(-1);
  const failed = last?.result?.verdict === 'no_quorum' && last.version === before.versions.at(-1)?.version;
  const dayOf = (moment: Instant) => localDateOf(moment, before.rulebook.zone);
  return failed && last.closedAt !== null && dayOf(last.closedAt) === dayOf(now);
}

const writers: readonly Actor[] = peopleOf(planningTable, ['town', 'coop', 'deputy', 'organ', 'chair']);
const takingPart = ['vote.cast', 'consent.given', 'settlement.confirmed', 'hold.supported'] as const;
const reasoned = [
  'proposal.declared_inadmissible',
  'ratification.refused',
  'hold.supported',
  'organ.refused',
  'seat.recused',
] as const;
const standingStill: readonly Stage[] = ['submitted', 'settled', 'ratifying', 'voting', 'on_hold', 'adopted', 'closed'];
const ended: readonly Stage[] = ['inadmissible', 'refused', 'closed', 'not_agreed'];

const ofBallots: readonly Forbidden<Planning>[] = [
  {
    what: 'the chair alone closes an announced ballot before its time',
    done: ({ before, act, now }) => {
      const ballot = running(before);
      if (!isAct(act, 'vote.closed') || !ballot?.closesAt || now >= ballot.closesAt) return false;
      return !ballot.earlyClosing || ballot.earlyClosing.by === act.by.member;
    },
    mistake: withoutGuard('vote.closed'),
  },
  {
    what: 'a ballot is closed without a reason while a seat has not voted',
    done: ({ before, act }) => {
      const ballot = running(before);
      if (!isAct(act, 'vote.closed') || ballot?.state !== 'open' || ballot.closesAt !== null) return false;
      return act.reason === null && ballot.electorate.some(({ seat }) => !ballot.votes[seat]);
    },
    mistake: withRule<Planning, 'vote.closed'>('vote.closed', ({ apply }) => ({
      apply: (procedure, act, now) => apply(procedure, { ...act, reason: 'Nobody said so.' }, now),
    })),
  },
  {
    what: 'somebody votes after closing, or what was counted is changed',
    done: ({ before, after, act }) =>
      (isAct(act, 'vote.cast') && !running(before)) ||
      before.ballots.some((one, n) => one.closedAt !== null && after.ballots[n]?.votes !== one.votes),
    mistake: accepting('vote.cast'),
  },
  {
    what: 'somebody without a voting seat votes or takes a stand',
    done: (move) => isAct(move.act, 'vote.cast', 'consent.given') && seated(move)?.right !== 'vote',
    mistake: (mode) =>
      withRow<Planning>('vote.cast', { who: ['facilitator'] })(accepting<Planning, 'vote.cast'>('vote.cast')(mode)),
  },
  {
    what: 'a recused member votes, takes a stand, confirms or supports',
    done: ({ before, act }) =>
      isAct(act, ...takingPart) && before.recusals.some(({ member }) => member === act.by.member),
    mistake: accepting('vote.cast'),
  },
  {
    what: 'the vote of a seat is taken back by declaring an interest',
    done: ({ before, after, act }) =>
      isAct(act, 'seat.recused') &&
      Object.keys(running(before)?.votes ?? {}).some(
        (seat) => !after.ballots.at(-1)?.electorate.some((one) => one.seat === seat),
      ),
    mistake: withoutGuard('seat.recused'),
  },
  {
    what: 'a ballot adopts without a majority or the concurrence of each party',
    done: (move) => move.before.adoption === null && move.after.adoption?.by === 'ballot' && !carried(move),
    mistake: askedOf('vote.closed', (procedure: Planning) => ({
      ...procedure,
      ballots: procedure.ballots.map((one) => ({
        ...one,
        quorum: { overall: { fraction: '1/3', strict: false }, emptySector: 'block' },
        decision: { ...one.decision, concurrence: [] },
      })),
    })),
  },
  {
    what: 'the result of a ballot is another than its votes give',
    done: ({ after }) =>
      after.ballots.some((one) => one.result !== null && one.result.verdict !== tallyBallot(one).verdict),
    mistake: withRule<Planning, 'vote.closed'>('vote.closed', () => ({
      apply: (procedure) => ({
        ok: true,
        consequences: [],
        procedure: {
          ...procedure,
          ballots: procedure.ballots.map((one) => ({ ...one, result: { ...tallyBallot(one), verdict: 'adopted' } })),
        },
      }),
    })),
  },
  {
    what: 'two decisions are open at once, or one outside voting',
    done: ({ after }) => {
      const open = [...after.ballots, ...after.consentRounds].filter(({ closedAt }) => closedAt === null).length;
      return open > (after.stage === 'voting' ? 1 : 0);
    },
    mistake: withoutGuard('vote.opened'),
  },
  {
    what: 'a second call is held on the day of the first',
    done: (move) => isAct(move.act, 'vote.opened') && onTheDayOfTheFirstCall(move),
    mistake: withoutGuard('vote.opened'),
  },
  {
    what: 'a vote is taken while a party is not in the room',
    done: ({ before, act }) => isAct(act, 'vote.cast') && (running(before)?.presence?.length ?? 2) < 2,
    mistake: accepting('vote.cast'),
  },
  {
    what: 'after a lost last ballot the proposal goes on',
    done: ({ before, after }) =>
      before.lastBallot &&
      running(before) !== undefined &&
      after.ballots.at(-1)?.result?.verdict === 'rejected' &&
      after.stage !== 'not_agreed',
    mistake: askedOf('vote.closed', (procedure: Planning) => ({ ...procedure, lastBallot: false })),
  },
];

const ofText: readonly Forbidden<Planning>[] = [
  {
    what: 'a text is adopted despite an objection',
    done: ({ before, after }) =>
      before.adoption === null &&
      after.adoption?.by === 'consent' &&
      Object.values(after.consentRounds.at(-1)?.stands ?? {}).some(({ stand }) => stand === 'objection'),
    mistake: accepting('consent_round.closed', (procedure: Planning, _act, now) => ({
      ...procedure,
      adoption: {
        by: 'consent',
        version: 1,
        ballot: null,
        at: now,
        explanation: { key: 'consent', held: true, values: {}, children: [] },
      },
    })),
  },
  {
    what: 'an objection is made without the change that would meet it',
    done: ({ act }) => isAct(act, 'consent.given') && act.stand === 'objection' && blank(act.change),
    mistake: accepting('consent.given'),
  },
  {
    what: 'a frozen text is written on',
    done: ({ after, table }, { writingRefused }) =>
      (after.textFrozen === true || standingStill.includes(after.stage)) &&
      writers.some((actor) => writingRefused(after, actor, table) === null),
    mistake: (mode) => ({ ...mode, writingRefused: () => null }),
  },
  {
    what: 'a ballot or a consent round goes on on an old version',
    done: ({ after }) => {
      const open = running(after)?.version ?? round(after)?.version;
      return open !== undefined && open !== after.versions.at(-1)?.version;
    },
    mistake: accepting('proposal.frozen', (procedure: Planning, { text }) => ({
      ...procedure,
      versions: [...procedure.versions, text],
    })),
  },
  {
    what: 'a text is settled that facilitator and parties have not all confirmed',
    done: ({ before, act, after }) =>
      isAct(act, 'proposal.settled') &&
      ['facilitator', ...before.rulebook.parties].some(
        (as) => !before.confirmations.some((one) => one.as === as && one.textHash === after.versions.at(-1)?.textHash),
      ),
    mistake: accepting('proposal.settled', (procedure: Planning, { text }) => ({
      ...at('settled')(procedure),
      versions: [...procedure.versions, text],
    })),
  },
  {
    what: 'an agreement is formalised in which nobody answers for a clause',
    done: ({ after }) => after.agreement?.responsibilities.some(({ answers }) => answers === null) === true,
    mistake: accepting('agreement.formalised', (procedure: Planning, agreement, now) => ({
      ...procedure,
      agreement: { ...agreement, at: now },
    })),
  },
];

const ofPower: readonly Forbidden<Planning>[] = [
  {
    what: 'the silence of the organ decides',
    done: ({ before, after, how }) =>
      how === 'clock' && before.stage === 'awaiting_organ' && after.stage !== before.stage,
    mistake: withClock<Planning>(
      ({ stage, deadline }) => (stage === 'awaiting_organ' ? deadline : null),
      (procedure) => ({ procedure: at('adopted')(procedure), consequences: [] }),
    ),
  },
  {
    what: 'the silence of a bench approves',
    done: ({ before, after, how }) => how === 'clock' && before.stage === 'ratifying' && after.stage === 'settled',
    mistake: withClock<Planning>(
      ({ stage, deadline }) => (stage === 'ratifying' ? deadline : null),
      (procedure) => ({ procedure: at('settled')(procedure), consequences: [] }),
    ),
  },
  {
    what: 'a bench is answered for by another one',
    done: (move) =>
      isAct(move.act, 'ratification.given', 'ratification.refused') &&
      seated(move)?.sector !== move.before.ratification?.sector,
    mistake: withoutGuard('ratification.given'),
  },
  {
    what: 'a proposal is held more than once',
    done: ({ after }) => after.holds.filter(({ declaredAt }) => declaredAt !== null).length > 1,
    mistake: withoutGuard('hold.supported'),
  },
  {
    what: 'whoever proposes admits the proposal',
    done: ({ act }) => isAct(act, 'negotiation.opened', 'proposal.declared_inadmissible') && act.by.member !== 'chair',
    mistake: withRow('negotiation.opened', { who: ['sponsor'] }),
  },
  {
    what: 'inadmissible, sent back, held, refused or recused without a reason',
    done: ({ act }) => isAct(act, ...reasoned) && blank(act.reason),
    mistake: (mode) => ({
      ...mode,
      rules: { ...mode.rules, 'organ.refused': { apply: (procedure) => ({ ok: true, procedure, consequences: [] }) } },
    }),
  },
  {
    what: 'what was adopted or has ended is decided again',
    done: ({ before, after }) =>
      (before.adoption !== null && after.adoption !== before.adoption) ||
      (ended.includes(before.stage) && after.stage !== before.stage),
    mistake: (mode) =>
      withFurtherRow<Planning>({ act: 'proposal.closed', from: ['not_agreed'], to: ['closed'], who: ['facilitator'] })(
        accepting<Planning, 'proposal.closed'>('proposal.closed', at('closed'))(mode),
      ),
  },
  {
    what: 'whoever guides closes a proposal without agreement that can still be decided',
    done: ({ before, after, act }) =>
      isAct(act, 'proposal.closed') && after.stage === 'not_agreed' && before.recusals.length === 0,
    mistake: accepting('proposal.closed', at('not_agreed')),
  },
];

/** What domain.md forbids in planning. */
export const planningForbidden: readonly Forbidden<Planning>[] = [...ofBallots, ...ofText, ...ofPower];
