import { type ProcedureActName } from '../acts.js';
import { type AutoRegulationProcedure } from '../auto-regulation-procedure.js';
import { type Expectation, type ExpectationKey } from '../expectation.js';
import { hasRole } from '../seats-of.js';
import { type Actor, type Composition } from '../seat.js';
import { isSignatory, subjectOf } from './subjects.js';

type Say = (
  key: ExpectationKey,
  act?: ProcedureActName | null,
  params?: Expectation['params'],
) => readonly Expectation[];

/** What is expected of someone at this stage of a charter, most urgent first; empty when nothing is. */
export function charterExpectations(
  procedure: AutoRegulationProcedure,
  actor: Actor | null,
  table: Composition,
): readonly Expectation[] {
  const say: Say = (key, act = null, params = {}) => [{ key, act, until: procedure.deadline, params }];
  const guides = actor !== null && hasRole(actor, 'facilitator', 'coordinator');
  const sponsors = actor !== null && procedure.sponsors.includes(actor.member);
  const subject = actor ? (subjectOf(actor, table)?.id ?? null) : null;
  switch (procedure.stage) {
    case 'draft':
      return guides || sponsors ? say('invite', 'charter.invited') : say('await_invitation');
    case 'invited':
    case 'drafting':
      return whileDrafting(procedure, subject, guides || sponsors, say);
    case 'frozen':
      return guides ? say('open_signing', 'signing.opened') : say('await_signing');
    case 'signing':
    case 'in_force':
    case 'amended':
    case 'at_risk':
      return whileSigned(procedure, subject, say);
    default:
      return [];
  }
}

function whileDrafting(
  { drafting, invited }: AutoRegulationProcedure,
  subject: string | null,
  mayFreeze: boolean,
  say: Say,
): readonly Expectation[] {
  const whom = drafting.filter(({ textHash }) => textHash === null).map((one) => one.subject);
  const mine = drafting.find((one) => one.subject === subject);
  const ready = drafting.length > 0 && whom.length === 0;
  if (mine?.textHash === null) return say('draft_together', 'drafting.consented');
  if (mayFreeze && ready) return say('freeze_charter', 'proposal.frozen');
  if (mine) return say('agreed_to_draft', null, { whom });
  const asked = invited.some(({ id }) => id === subject);
  return asked ? say('join_drafting', 'drafting.joined') : say('await_draft', null, { whom });
}

function whileSigned(procedure: AutoRegulationProcedure, subject: string | null, say: Say): readonly Expectation[] {
  const { stage, invited, signatures, declined, amendment } = procedure;
  const params = { signed: signatures.length, of: invited.length };
  if (subject !== null && isSignatory(procedure, subject)) {
    const waits = amendment !== null && !amendment.accepted.includes(subject);
    return waits ? say('accept_amendment', 'charter.amendment_accepted') : say('signed', null, params);
  }
  const undecided = invited.some(({ id }) => id === subject) && !declined.some((one) => one.subject === subject);
  return stage === 'signing' && undecided
    ? say('sign', 'charter.signed', params)
    : say('await_signatures', null, params);
}
