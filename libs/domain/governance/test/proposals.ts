import { instant } from '@tavolo/kernel';
import {
  startProcedure,
  type Choice,
  type Composition,
  type ConsultationProcedure,
  type FrozenText,
  type PlanningProcedure,
  type PlanningRulebook,
  type Position,
} from '../src/index.js';
import { elderlyRules, elderlyTable, familyRules, familyTable } from './tables.js';
import { Walk } from './walk.js';

export const begin = '2026-09-08T07:30:00.000Z';

/** A frozen text; its hash stands for its number. */
export const version = (n: number, clauses = 4): FrozenText => ({
  version: n,
  textHash: `text-${n}`,
  stateHash: `state-${n}`,
  clauses: Array.from({ length: clauses }, (_, index) => `c${index + 1}`),
  at: instant(begin),
});

export const everyone = ['m02', 'm04', 'm05', 'm09', 'm12', 'm14', 'm16', 'm22', 'm24', 'm30', 'm34', 'm35'];
export const sponsor = 'm16';

/** A proposal of the family table, in draft. */
export function draft(
  rulebook: PlanningRulebook = familyRules,
  table: Composition = familyTable,
): Walk<PlanningProcedure> {
  const now = instant(begin);
  const sponsors = table.seats.flatMap(({ holder }) => (holder === sponsor ? [holder] : []));
  return new Walk(startProcedure({ rulebook, sponsors, now }), table, now);
}

/** The same, being negotiated. */
export const negotiating = (rulebook?: PlanningRulebook): Walk<PlanningProcedure> =>
  draft(rulebook).act('proposal.submitted', sponsor, {}).act('negotiation.opened', 'm40', {});

/** Facilitator and one person per party confirm a text, which freezes. */
export function settle(walk: Walk<PlanningProcedure>, text: FrozenText): Walk<PlanningProcedure> {
  const { textHash } = text;
  for (const member of ['m40', 'm02', 'm12', 'm30']) walk.act('settlement.confirmed', member, { textHash });
  return walk.act('proposal.settled', 'm30', { text });
}

export const settled = (rulebook?: PlanningRulebook): Walk<PlanningProcedure> =>
  settle(negotiating(rulebook), version(1));

/** Opens a ballot outside a meeting, without a closing time. */
export const openBallot = (walk: Walk<PlanningProcedure>, key: string): Walk<PlanningProcedure> =>
  walk.act('vote.opened', 'm40', { key, closesAt: null, presence: null });

/** The same, with an announced closing time. */
export const openBallotUntil = (
  walk: Walk<PlanningProcedure>,
  key: string,
  closesAt: string,
): Walk<PlanningProcedure> => walk.act('vote.opened', 'm41', { key, closesAt: instant(closesAt), presence: null });

export function vote(
  walk: Walk<PlanningProcedure>,
  ballot: string,
  choice: Choice,
  members: readonly string[],
): Walk<PlanningProcedure> {
  for (const member of members) walk.act('vote.cast', member, { ballot, choice });
  return walk;
}

/** The secretary closes a ballot without a closing time; while a seat has not voted she says why. */
export const close = (walk: Walk<PlanningProcedure>, ballot: string): Walk<PlanningProcedure> =>
  walk.act('vote.closed', 'm41', { ballot, reason: 'Nobody else is coming.' });

/** A whole ballot in which all vote alike. */
export const ballotOf = (walk: Walk<PlanningProcedure>, key: string, choice: Choice): Walk<PlanningProcedure> =>
  close(vote(openBallot(walk, key), key, choice, everyone), key);

export function consent(walk: Walk<PlanningProcedure>, members: readonly string[]): Walk<PlanningProcedure> {
  for (const member of members) walk.act('consent.given', member, { stand: 'consent', reason: null, change: null });
  return walk;
}

/** A consultation of the table for elderly people, in draft. */
export function consultationDraft(at = '2026-11-09T08:30:00.000Z'): Walk<ConsultationProcedure> {
  const now = instant(at);
  return new Walk(startProcedure({ rulebook: elderlyRules, sponsors: [], now }), elderlyTable, now);
}

export const consultationOpen = (closesOn = '2026-12-04'): Walk<ConsultationProcedure> =>
  consultationDraft()
    .at('2026-11-09T09:00:00Z')
    .act('consultation.opened', 'm03', { closesOn, urgentReason: null, text: version(1, 2) });

/** One assessment; those that need a reason get one. */
export function assess(
  walk: Walk<ConsultationProcedure>,
  key: string,
  member: string,
  position: Position,
  clause: string | null = null,
): Walk<ConsultationProcedure> {
  const reason = position === 'favourable' || position === 'none' ? null : 'It leaves out the upper valley.';
  const condition = position === 'conditional' ? 'Hold it twice a month in Castelmiro.' : null;
  return walk.act('assessment.submitted', member, { key, position, clause, reason, condition });
}
