import { hasLeft, type Actor, type Composition, type Procedure } from '@tavolo/governance';
import { type MemberId } from '@tavolo/kernel';
import { DomainRefusal } from '@tavolo/server-platform';
import { type AmendmentKind, type AmendmentOutcome } from '../records/amendment.record.js';

/** When the text may be argued about: while it is negotiated or drafted (domain.md 2.2, row Amends), or while the consultation is open. */
const stages: Readonly<Record<Procedure['mode'], readonly string[]>> = {
  planning: ['submitted', 'negotiating', 'referred_back', 'mediation'],
  consultation: ['open', 'closed', 'responding', 'overdue'],
  auto_regulation: ['invited', 'drafting'],
  auto_administration: ['draft', 'blocked', 'deliberating', 'called_in'],
};

const rule = '2.2 Amends';

/**
 * A request that is still open when the text freezes is carried: it cannot be taken over into a frozen text, and waits for the next version.
 * Since every request gets an answer, its answer with a reason and its withdrawal are possible at any time after the submission.
 */
function refuseOutsideOfAnswers({ mode, stage }: Procedure, act: string): void {
  if (mode === 'planning' && act !== 'amendment.accepted' && stage !== 'draft') return;
  if (!stages[mode].includes(stage)) refuse('wrong_stage', { stage, act }, 409);
}

/** Refuses an amendment of somebody who may not ask for a change, of a kind that the mode does not know, or at the wrong time. */
export function refuseProposing(procedure: Procedure, actor: Actor, table: Composition, kind: AmendmentKind): void {
  refuseStage(procedure, procedure.mode === 'consultation' ? ['open'] : stages[procedure.mode], 'amendment.proposed');
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

function refuseStage({ stage }: Procedure, allowed: readonly string[], act: string): void {
  if (!allowed.includes(stage)) refuse('wrong_stage', { stage, act }, 409);
}

function refuse(code: string, params: Readonly<Record<string, unknown>>, status: 403 | 409 | 422 = 422): never {
  throw new DomainRefusal({ code, rule, params }, { status });
}
