import { type Instant, type JsonObject } from '@tavolo/kernel';
import { latestVersion } from '../frozen-versions.js';
import { acceptedChange, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { endHold } from './hold.js';
import { enter, limitOf, type PlanningChange } from './stages.js';
import { writable } from './text.js';

/** Mediation begins; the text may be written on while it lasts. */
export function openMediation(procedure: PlanningProcedure, at: Instant, why: JsonObject): PlanningChange {
  const until = limitOf(procedure, at, procedure.rulebook.mediationDays);
  const mediation = { openedAt: at, until };
  return {
    procedure: writable({ ...enter(procedure, 'mediation', at, until), mediation, confirmations: [], ratified: [] }),
    consequences: [{ name: 'mediation.opened', at, data: { ...why, until } }],
  };
}

/** The facilitator or the guarantor ends mediation, or a hold, before its time. */
export const closeMediation: Rule<PlanningProcedure, 'mediation.closed'> = {
  apply: (procedure, _act, now) => {
    return acceptedChange(procedure.stage === 'on_hold' ? endHold(procedure, now) : endMediation(procedure, now));
  },
};

/** After mediation the latest frozen version is put to a last ballot; without any version there is no agreement. */
export function endMediation(procedure: PlanningProcedure, at: Instant): PlanningChange {
  if (latestVersion(procedure)) {
    return {
      procedure: { ...enter(procedure, 'settled', at), lastBallot: true, textFrozen: true },
      consequences: [],
    };
  }
  const data = { reason: 'no_version' };
  return { procedure: enter(procedure, 'not_agreed', at), consequences: [{ name: 'proposal.not_agreed', at, data }] };
}
