import { deadline, type Instant } from '@tavolo/kernel';
import { type Ballot, type FrozenText } from '../ballot.js';
import { type ConsentRound, type PlanningProcedure, type PlanningStage } from '../planning-procedure.js';
import { type Change } from '../mode-procedure.js';
import { type Consequence } from '../procedure.js';

/** A planning procedure and what followed. */
export type PlanningChange = Change<PlanningProcedure>;

/** The procedure at another stage, from `at` on. */
export const enter = (
  procedure: PlanningProcedure,
  stage: PlanningStage,
  since: Instant,
  until: Instant | null = null,
): PlanningProcedure => ({ ...procedure, stage, since, deadline: until });

/** A time limit of `days` from `from`, in the days and holidays of the rulebook. */
export const limitOf = ({ rulebook }: PlanningProcedure, from: Instant, days: number): Instant =>
  deadline({ from, days, zone: rulebook.zone, holidays: rulebook.holidays });

/** The latest frozen version, or `null` before the first. */
export const latestVersion = ({ versions }: PlanningProcedure): FrozenText | null => versions.at(-1) ?? null;

/** The ballot that is open or suspended, or `null`. */
export const runningBallot = ({ ballots }: PlanningProcedure): Ballot | null =>
  ballots.find(({ state }) => state === 'open' || state === 'suspended') ?? null;

/** The consent round that is open, or `null`. */
export const runningRound = ({ consentRounds }: PlanningProcedure): ConsentRound | null =>
  consentRounds.find(({ closedAt }) => closedAt === null) ?? null;

/** The procedure with one of its ballots replaced. */
export const withBallot = (procedure: PlanningProcedure, ballot: Ballot): PlanningProcedure => ({
  ...procedure,
  ballots: procedure.ballots.map((one) => (one.key === ballot.key ? ballot : one)),
});

/** The procedure with one of its consent rounds replaced. */
export const withRound = (procedure: PlanningProcedure, round: ConsentRound): PlanningProcedure => ({
  ...procedure,
  consentRounds: procedure.consentRounds.map((one) => (one.n === round.n ? round : one)),
});

/** Several changes one after the other. */
export function inOrder(
  start: PlanningProcedure,
  ...changes: readonly ((procedure: PlanningProcedure) => PlanningChange)[]
): PlanningChange {
  const consequences: Consequence[] = [];
  let procedure = start;
  for (const change of changes) {
    const next = change(procedure);
    consequences.push(...next.consequences);
    procedure = next.procedure;
  }
  return { procedure, consequences };
}
