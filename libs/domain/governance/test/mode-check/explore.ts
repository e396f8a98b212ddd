import { type Instant } from '@tavolo/kernel';
import { type Procedure, type ProcedureAct, type ProcedureActName } from '../../src/index.js';
import { type ModeProcedure } from '../../src/mode-procedure.js';
import { advanceIn, stepIn } from '../../src/step.js';
import { canonical } from './canonical.js';
import { type Move, type SmallTable } from './mode-check.js';

/** A state that was reached, and where one gets from it. */
export interface Reached<P extends Procedure> {
  readonly procedure: P;
  readonly now: Instant;
  readonly next: Set<string>;
  /** From where, and by what: the way back to the start. */
  readonly via: { readonly from: string; readonly by: string } | null;
}

export interface Exploration<P extends Procedure> {
  readonly states: ReadonlyMap<string, Reached<P>>;
  /** Acts that were tried. */
  readonly tried: number;
}

/** The finite space of a mode must stay small enough to be walked in a test. */
const most = 60_000;

/** Every state that a mode reaches on a small table, breadth first, by all acts of everybody, what befalls it, and time. */
export function explore<P extends Procedure>(
  mode: ModeProcedure<P>,
  small: SmallTable<P>,
  visit: (move: Move<P>) => void,
): Exploration<P> {
  const first = canonical(small.essence(small.start), small.start.since);
  const states = new Map<string, Reached<P>>([
    [first, { procedure: small.start, now: small.start.since, next: new Set(), via: null }],
  ]);
  let tried = 0;
  for (const [key, reached] of states) {
    const moves = movesFrom(mode, small, reached, () => tried++);
    for (const move of moves) {
      visit(move);
      const found = canonical(small.essence(move.after), move.now);
      reached.next.add(found);
      if (states.has(found)) continue;
      const by = move.act ? `${move.act.name} by ${move.act.by.member}` : `${move.how} ${move.now}`;
      states.set(found, { procedure: move.after, now: move.now, next: new Set(), via: { from: key, by } });
      if (states.size > most) throw new RangeError(`${small.title}: more than ${most} states`);
    }
  }
  return { states, tried };
}

/** Every accepted move from one state. */
export function movesFrom<P extends Procedure>(
  mode: ModeProcedure<P>,
  small: SmallTable<P>,
  { procedure, now }: Pick<Reached<P>, 'procedure' | 'now'>,
  onTry: () => void = () => undefined,
): readonly Move<P>[] {
  const moves: Move<P>[] = [];
  const { table } = small;
  for (const act of actsOf(mode, small, procedure, now)) {
    onTry();
    const outcome = stepIn(mode, procedure, act, now);
    if (!outcome.ok) continue;
    moves.push({
      before: procedure,
      act,
      how: 'act',
      now,
      after: outcome.procedure,
      consequences: outcome.consequences,
      table,
    });
  }
  for (const change of small.happenings?.(procedure, now) ?? []) {
    const { procedure: after, consequences } = advanceIn(mode, change.procedure, now);
    moves.push({
      before: procedure,
      act: null,
      how: 'happening',
      now,
      after,
      consequences: [...change.consequences, ...consequences],
      table,
    });
  }
  const next = nextMoment(mode, small, procedure, now);
  if (next !== null) {
    const { procedure: after, consequences } = advanceIn(mode, procedure, next);
    moves.push({ before: procedure, act: null, how: 'clock', now: next, after, consequences, table });
  }
  return moves;
}

/** Every act by everybody, with all that it may carry; one that the table refuses at this stage, whoever asks, is tried once. */
function* actsOf<P extends Procedure>(
  { transitions }: ModeProcedure<P>,
  { alphabet, people, table }: SmallTable<P>,
  procedure: P,
  now: Instant,
): Generator<ProcedureAct> {
  const { stage } = procedure;
  for (const name of Object.keys(alphabet) as ProcedureActName[]) {
    const payloads = alphabet[name]?.(procedure, now) ?? [];
    const foreseen = transitions.some(({ act, from }) => act === name && (from as readonly string[]).includes(stage));
    for (const by of foreseen ? people : people.slice(0, 1)) {
      for (const payload of foreseen ? payloads : payloads.slice(0, 1)) {
        yield { name, by, table, ...payload } as unknown as ProcedureAct;
      }
    }
  }
}

function nextMoment<P extends Procedure>(
  mode: ModeProcedure<P>,
  { moments }: SmallTable<P>,
  procedure: P,
  now: Instant,
): Instant | null {
  const due = mode.nextDue(procedure);
  const all = [...(due === null ? [] : [due]), ...(moments?.(procedure) ?? [])].filter((at) => at > now);
  return all.sort()[0] ?? null;
}

/** States from which none of the final stages can be reached any more. */
export function stuck<P extends Procedure>(
  { states }: Exploration<P>,
  finals: readonly P['stage'][],
): readonly Reached<P>[] {
  const before = new Map<string, string[]>();
  for (const [key, { next }] of states) {
    for (const to of next) before.set(to, [...(before.get(to) ?? []), key]);
  }
  const open = [...states].flatMap(([key, { procedure }]) => (finals.includes(procedure.stage) ? [key] : []));
  const free = new Set(open);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const from of before.get(key) ?? []) {
      if (free.has(from)) continue;
      free.add(from);
      open.push(from);
    }
  }
  return [...states].flatMap(([key, reached]) => (free.has(key) ? [] : [reached]));
}

/** How a state was reached, for people: one act or wait after the other. */
export function wayTo<P extends Procedure>({ states }: Exploration<P>, to: Reached<P>): readonly string[] {
  const steps: string[] = [];
  for (let via = to.via; via !== null; via = states.get(via.from)?.via ?? null) steps.unshift(via.by);
  return steps;
}
