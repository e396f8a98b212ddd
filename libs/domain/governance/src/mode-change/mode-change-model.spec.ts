import { instant, memberId, plusMillis, seatId, type Instant } from '@tavolo/kernel';
import fc from 'fast-check';
import {
  begins,
  elderlyHolders,
  elderlyPlanning,
  elderlyRules,
  elderlyTable,
  elderlyVoters,
  emergencyBegins,
  onTheVote,
} from '../../test/mode-changes.js';
import { actorAt } from '../../test/tables.js';
import { explanationsIn } from '../../test/walk.js';
import {
  addsUp,
  advanceModeChange,
  declareEmergency,
  modeChangeActNames,
  modeChangeClockTransitions,
  modeChangeTransitions,
  needsConsent,
  nextModeChangeDue,
  proposeModeChange,
  stepModeChange,
  type Blocker,
  type Composition,
  type ModeChange,
  type ModeChangeAct,
  type ModeChangeActName,
  type ModeChangeConsequence,
} from '../index.js';

/** Two sectors with a vote, the institution without one, and whoever guides and records. */
const small: Composition = {
  seats: elderlyTable.seats.filter(({ holder }) => ['m01', 'm03', 'm14', 'm18'].includes(String(holder))),
  roles: elderlyTable.roles,
};
const people = ['m01', 'm03', 'm14', 'm18', 'm40', 'm41'];
const start = instant('2026-10-29T09:00:00Z');

interface State {
  readonly change: ModeChange;
  readonly now: Instant;
  /** Whether a ballot on a proposal of the table is open. */
  readonly blocker: Blocker | null;
}
interface Move {
  readonly before: State;
  readonly act: ModeChangeAct | null;
  readonly after: State;
  readonly consequences: readonly ModeChangeConsequence[];
}

const blockersOf = ({ blocker }: State): readonly Blocker[] => (blocker ? [blocker] : []);

function* actsIn({ change }: State): Generator<ModeChangeAct> {
  const ballot = change.ballots.at(-1)?.key ?? 'B-0';
  const key = `B-${change.ballots.length + 1}`;
  const payloads: Readonly<Record<ModeChangeActName, readonly object[]>> = {
    'mode_change.supported': [{}],
    'mode_change.withdrawn': [{ reason: 'No.' }, { reason: '' }],
    'vote.opened': change.ballots.length < 2 ? [{ key, closesAt: null, presence: null }] : [],
    'vote.cast': [
      { ballot, choice: 'yes' },
      { ballot, choice: 'no' },
    ],
    'ballot.early_closing_requested': [{ ballot, reason: 'Done.' }],
    'vote.closed': [{ ballot, reason: 'Absent.' }],
    'mode_change.consented': [{ text: 'Yes.' }, { text: '' }],
    'mode_change.refused': [{ reason: 'No.' }],
  };
  for (const name of modeChangeActNames) {
    for (const payload of payloads[name]) {
      for (const by of people)
        yield { name, by: actorAt(small, by), table: small, ...payload } as unknown as ModeChangeAct;
    }
  }
}

function* movesFrom(before: State): Generator<Move> {
  const { change, now, blocker } = before;
  const blockers = blockersOf(before);
  for (const act of actsIn(before)) {
    const outcome = stepModeChange(change, act, now, blockers);
    if (outcome.ok)
      yield { before, act, after: { change: outcome.change, now, blocker }, consequences: outcome.consequences };
  }
  if (change.state === 'standstill') yield ballotOpenedOrClosed(before);
  const next = [change.noticeUntil, change.effectiveFrom, nextModeChangeDue(change, blockers), dayAfterBallot(change)]
    .filter((at) => at !== null && at > now)
    .toSorted()[0];
  if (!next) return;
  const waited = advanceModeChange(change, next, blockers);
  yield { before, act: null, after: { change: waited.change, now: next, blocker }, consequences: waited.consequences };
}

/** A ballot on a proposal of the table is opened, or closed and so stands in the way no longer. */
function ballotOpenedOrClosed(before: State): Move {
  const { change, now, blocker } = before;
  if (!blocker) return { before, act: null, after: { change, now, blocker: ballotFrom(now) }, consequences: [] };
  const closed = advanceModeChange(change, now, [{ ...blocker, until: now }]);
  return { before, act: null, after: { change: closed.change, now, blocker: null }, consequences: closed.consequences };
}

const ballotFrom = (from: Instant): Blocker => ({ what: 'ballot', key: 'B-9', from, until: null });
const dayAfterBallot = ({ state, since }: ModeChange): Instant | null =>
  state === 'notice' ? plusMillis(since, 86_400_000) : null;

/** Without the moments of votes, which make no difference. */
const essence = ({ change, now, blocker }: State): string =>
  JSON.stringify([
    now,
    blocker !== null,
    change.state,
    change.supporters.map(({ seat }) => seat).toSorted(),
    change.answer?.outcome,
    change.effectiveAt,
    change.ballots.map(({ key, state, call, votes, result }) => [
      key,
      state,
      call,
      Object.entries(votes)
        .map(([seat, { choice }]) => `${seat} ${choice}`)
        .toSorted(),
      result?.reason,
    ]),
  ]);

function explore(first: readonly ModeChange[]): {
  states: ReadonlyMap<string, Set<string>>;
  moves: readonly Move[];
  names: ReadonlyMap<string, string>;
} {
  const queue: State[] = first.map((change) => ({ change, now: start, blocker: null }));
  const states = new Map<string, Set<string>>(queue.map((one) => [essence(one), new Set<string>()]));
  const names = new Map<string, string>(queue.map((one) => [essence(one), one.change.state]));
  const moves: Move[] = [];
  for (const state of queue) {
    for (const move of movesFrom(state)) {
      moves.push(move);
      const key = essence(move.after);
      states.get(essence(state))?.add(key);
      if (states.has(key)) continue;
      states.set(key, new Set());
      names.set(key, move.after.change.state);
      queue.push(move.after);
    }
    if (queue.length > 20_000) throw new RangeError('too many states');
  }
  return { states, moves, names };
}

const begun = (outcome: ReturnType<typeof proposeModeChange>): ModeChange => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.change;
};
const firsts = [
  begun(proposeModeChange(begins(), actorAt(small, 'm18'), small, start)),
  begun(
    proposeModeChange(begins({ as: 'institution', rulebook: elderlyHolders }), actorAt(small, 'm03'), small, start),
  ),
  begun(
    proposeModeChange(
      begins({ from: elderlyPlanning, rulebook: { ...elderlyRules, key: 'RB-ELD-5', version: 5 } }),
      actorAt(small, 'm18'),
      small,
      start,
    ),
  ),
  begun(declareEmergency(emergencyBegins({ days: 20 }), actorAt(small, 'm03'), small, start)),
];

/** What domain.md 2.5 forbids. */
const forbidden: readonly { readonly what: string; readonly done: (move: Move) => boolean }[] = [
  {
    what: 'a change in force without the vote of the table, unless it is an emergency act',
    done: ({ after: { change } }) =>
      change.kind === 'change' && change.effectiveAt !== null && change.adoption === null,
  },
  {
    what: 'a ballot before the notice of ten days, or while a bench gathers its seats',
    done: ({ act, before }) =>
      act?.name === 'vote.opened' && (before.change.noticeUntil === null || before.now < before.change.noticeUntil),
  },
  {
    what: 'notice for a bench of which no more than half proposes it',
    done: ({ after: { change } }) =>
      change.proposedAs === 'third_sector' && change.noticeUntil !== null && change.supporters.length < 2,
  },
  {
    what: 'power handed over, or the institution bound, without its written consent',
    done: ({ after: { change } }) =>
      change.effectiveAt !== null && needsConsent(change.rulebook.mode) && change.answer?.outcome !== 'consented',
  },
  {
    what: 'consent by anybody but the institution, or without words',
    done: ({ act, after }) =>
      act?.name === 'mode_change.consented' && (act.by.member !== 'm03' || after.change.answer?.text === ''),
  },
  {
    what: 'an effect before seven days, or while a ballot is open',
    done: ({ before, after }) =>
      before.change.effectiveAt === null &&
      after.change.effectiveAt !== null &&
      (after.blocker !== null || (after.change.effectiveFrom ?? after.now) > after.change.effectiveAt),
  },
  {
    what: 'a table put back to consultation for longer than an emergency act lasts',
    done: ({ after: { change, now } }) =>
      change.kind === 'emergency' && change.state === 'in_force' && change.endsAt !== null && now >= change.endsAt,
  },
  {
    what: 'a change adopted against one sector, or by less than two thirds',
    done: ({ after: { change } }) =>
      change.adoption !== null &&
      (change.ballots.at(-1)?.result?.verdict !== 'adopted' ||
        Object.values(change.ballots.at(-1)?.result?.bySector ?? {}).some(({ yes, no }) => yes <= no)),
  },
  {
    what: 'a vote of somebody without a voting seat, or in a ballot that is not open',
    done: ({ act, before }) =>
      act?.name === 'vote.cast' &&
      (!['m01', 'm14', 'm18'].includes(String(act.by.member)) || before.change.ballots.at(-1)?.state !== 'open'),
  },
  {
    what: 'a change taken back after it was put to the vote, or by others',
    done: ({ act, before }) =>
      act?.name === 'mode_change.withdrawn' &&
      (!['gathering', 'notice'].includes(before.change.state) ||
        !(
          act.by.member === before.change.proposedBy ||
          (before.change.proposedAs === 'institution' && act.by.member === 'm03')
        )),
  },
];

describe('every state of a change of mode', () => {
  const { states, moves, names } = explore(firsts);
  const finals = ['in_force', 'rejected', 'refused', 'withdrawn', 'ended'];

  it('leaves no state without a way to an end', () => {
    const before = new Map<string, string[]>();
    for (const [key, next] of states) for (const to of next) before.set(to, [...(before.get(to) ?? []), key]);
    const open = [...states.keys()].filter((key) => finals.includes(names.get(key) ?? ''));
    const free = new Set(open);
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      for (const from of before.get(key) ?? []) {
        if (free.has(from)) continue;
        free.add(from);
        open.push(from);
      }
    }
    expect([...states.keys()].filter((key) => !free.has(key))).toEqual([]);
    expect(states.size).toBeGreaterThan(100);
    expect(new Set(names.values())).toEqual(
      new Set(['gathering', 'notice', 'voting', 'awaiting_consent', 'standstill', ...finals]),
    );
  });

  it('goes no way that the table does not name', () => {
    const strange = moves.filter(({ act, before, after, consequences }) => {
      const [from, to] = [before.change.state, after.change.state];
      if (act) {
        const rows = modeChangeTransitions.filter((row) => row.act === act.name && row.from.includes(from));
        return !rows.some((row) => row.to.includes(to));
      }
      return (
        from !== to &&
        !modeChangeClockTransitions.some(
          (row) => consequences.some(({ name }) => name === row.consequence) && row.to.includes(to),
        )
      );
    });
    expect(strange).toEqual([]);
  });

  it.each(forbidden.map(({ what, done }) => [what, done] as const))('never: %s', (_what, done) => {
    expect(moves.filter(done)).toEqual([]);
  });

  it('explains itself so that what is stated adds up', () => {
    expect(moves.flatMap(({ consequences }) => explanationsIn(consequences)).filter((one) => !addsUp(one))).toEqual([]);
  });
});

describe('the vote on another mode, however it goes', () => {
  const choices = fc.array(fc.constantFrom('yes', 'no', 'abstain', null), {
    minLength: elderlyVoters.length,
    maxLength: elderlyVoters.length,
  });

  it('is adopted exactly with quorum everywhere, two thirds of cast, and more yes than no in each sector', () => {
    fc.assert(
      fc.property(choices, (given) => {
        const walk = onTheVote();
        const cast = elderlyVoters.map((member, n) => ({ member, choice: given[n] ?? null }));
        for (const { member, choice } of cast) {
          if (choice !== null) walk.act('vote.cast', member, { ballot: 'B-4', choice });
        }
        walk.act('vote.closed', 'm41', { ballot: 'B-4', reason: 'The others are absent.' });
        const sectorOf = (member: string) =>
          elderlyTable.seats.find(({ id }) => id === seatId(`seat-${member}`))?.sector;
        const bySector = (['public', 'third_sector', 'citizens', 'market'] as const).map((sector) =>
          cast.filter(({ member }) => sectorOf(member) === sector),
        );
        const count = (among: typeof cast, what: string): number =>
          among.filter(({ choice }) => choice === what).length;
        const there = (among: typeof cast): number => among.filter(({ choice }) => choice !== null).length;
        const quorum =
          2 * there(cast) > cast.length &&
          bySector.every((one) => there(one) >= Math.max(1, Math.ceil(one.length / 3)));
        const [yes, no] = [count(cast, 'yes'), count(cast, 'no')];
        const passes =
          yes > no && 3 * yes >= 2 * (yes + no) && bySector.every((one) => count(one, 'yes') > count(one, 'no'));
        expect(walk.change.ballots[0]?.result?.verdict).toBe(quorum ? (passes ? 'adopted' : 'rejected') : 'no_quorum');
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on who votes first', () => {
    const order = fc.shuffledSubarray([...elderlyVoters], { minLength: elderlyVoters.length });
    fc.assert(
      fc.property(order, (members) => {
        const walk = onTheVote();
        for (const member of members) {
          walk.act('vote.cast', member, { ballot: 'B-4', choice: member === 'm27' ? 'no' : 'yes' });
        }
        walk.act('vote.closed', 'm41', { ballot: 'B-4', reason: null });
        expect(walk.change.ballots[0]?.result?.reason).toBe('sector_not_concurring:market');
        expect(walk.change.proposedBy).toBe(memberId('m18'));
      }),
      { numRuns: 10 },
    );
  });
});
