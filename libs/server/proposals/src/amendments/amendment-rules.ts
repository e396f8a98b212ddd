import {
  answersAmendments,
  hasLeft,
  isArgued,
  takesAmendments,
  type Actor,
  type Composition,
  type Procedure,
} from '@tavolo/governance';
import { type MemberId } from '@tavolo/kernel';
import { DomainRefusal } from '@tavolo/server-platform';
import { type AmendmentKind, type AmendmentOutcome } from '../records/amendment.record.js';

const rule = '2.2 Amends';

/** A change is taken over while the text is argued about alone; what the other answers need, `answersAmendments` says. */
function refuseOutsideOfAnswers(procedure: Procedure, act: string): void {
  const possible = act === 'amendment.accepted' ? isArgued(procedure) : answersAmendments(procedure);
  if (!possible) refuse('wrong_stage', { stage: procedure.stage, act }, 409);
}

/** Refuses an amendment of somebody who may not ask for a change, of a kind that the mode does not know, or at the wrong time. */
export function refuseProposing(procedure: Procedure, actor: Actor, table: Composition, kind: AmendmentKind): void {
  const { stage } = procedure;
  if (!takesAmendments(procedure)) refuse('wrong_stage', { stage, act: 'amendment.proposed' }, 409);
  refuseRecused(procedure, actor);
  const seat = table.seats.find(({ id }) => id === actor.seat);
  // Under a mandate the holders amend, and whoever has a voice may comment.
  const comments = procedure.mode === 'auto_administration' && seat?.right === 'voice';
  const mayAmend = seat !== undefined && (procedure.mode === 'consultation' || comments || seat.right === 'vote');
  if (!mayAmend) refuse('not_your_role', { needed: [procedure.mode === 'consultation' ? 'seat' : 'votingSeat'] }, 403);
  const suggests = procedure.mode === 'consultation' || comments;
  const kinds: readonly AmendmentKind[] = suggests ? ['suggestion'] : ['friendly', 'contested'];
  if (!kinds.includes(kind)) refuse('unknown_option', { options: kinds });
}

/** Refuses an answer of anybody but the sponsors, or, in a consultation, the deciding institution. */
export function refuseAnswering(
  procedure: Procedure,
  actor: Actor,
  table: Composition,
  amendment: { readonly outcome: AmendmentOutcome },
  act: string,
): void {
  refuseOutsideOfAnswers(procedure, act);
  refuseRecused(procedure, actor);
  const decides =
    procedure.mode === 'consultation'
      ? table.seats.some(({ id, decidingAuthority }) => id === actor.seat && decidingAuthority)
      : procedure.sponsors.includes(actor.member);
  if (!decides) {
    refuse('not_your_role', { needed: [procedure.mode === 'consultation' ? 'decidingAuthority' : 'sponsor'] }, 403);
  }
  refuseAnswered(amendment);
}

/** Refuses a withdrawal by anybody but the one who asked for the change. */
export function refuseWithdrawing(
  procedure: Procedure,
  actor: Actor,
  amendment: { readonly by: MemberId; readonly outcome: AmendmentOutcome },
): void {
  refuseOutsideOfAnswers(procedure, 'amendment.withdrawn');
  if (amendment.by !== actor.member) refuse('not_your_role', { needed: ['author'] }, 403);
  refuseAnswered(amendment);
}

/** Whoever has declared an interest has left the discussion, of requests too (domain.md 2.1, Conflict of interest). */
function refuseRecused(procedure: Procedure, actor: Actor): void {
  if (!('recusals' in procedure) || !hasLeft(procedure.recusals, actor)) return;
  const refusal = { code: 'recused', rule: '2.1 Conflict of interest', params: { seat: actor.seat } };
  throw new DomainRefusal(refusal, { status: 403 });
}

function refuseAnswered({ outcome }: { readonly outcome: AmendmentOutcome }): void {
  if (outcome !== 'open') refuse('already_done', { outcome }, 409);
}

function refuse(code: string, params: Readonly<Record<string, unknown>>, status: 403 | 409 | 422 = 422): never {
  throw new DomainRefusal({ code, rule, params }, { status });
}
