import { type AutoRegulationProcedure } from '../auto-regulation-procedure.js';
import { attachDissent } from '../dissent.js';
import { type ModeProcedure } from '../mode-procedure.js';
import { acceptAmendment, dropAmendment } from './amending.js';
import { publishFinding, raiseBreach, supportExclusion } from './breach.js';
import { charterDue, charterOnDue } from './clock.js';
import { consentToDraft, freezeCharter, invite, joinDrafting, reopenDrafting } from './drafting.js';
import { charterExpectations } from './expectations.js';
import { assignCommitment, reviewCharter } from './following.js';
import { announceWithdrawal, leave } from './leaving.js';
import { decline, extendSigning, openSigning, sign } from './signing.js';
import { startAutoRegulation } from './start.js';
import { autoRegulationClockTransitions, autoRegulationTransitions } from './transitions.js';
import { charterWritingRefused } from './writing.js';

/** "Voluntary agreement between all social subjects" (domain.md 2.2 and 2.3, Auto-regulation). */
export const autoRegulation: ModeProcedure<AutoRegulationProcedure> = {
  start: startAutoRegulation,
  transitions: autoRegulationTransitions,
  clockTransitions: autoRegulationClockTransitions,
  rules: {
    'charter.invited': invite,
    'drafting.joined': joinDrafting,
    'drafting.consented': consentToDraft,
    'proposal.frozen': freezeCharter,
    'drafting.reopened': reopenDrafting,
    'signing.opened': openSigning,
    'signing.extended': extendSigning,
    'charter.signed': sign,
    'charter.declined': decline,
    'withdrawal.announced': announceWithdrawal,
    'charter.amendment_accepted': acceptAmendment,
    'charter.amendment_dropped': dropAmendment,
    'charter.left': leave,
    'breach.raised': raiseBreach,
    'breach.found': publishFinding,
    'exclusion.supported': supportExclusion,
    'charter.commitment_assigned': assignCommitment,
    'charter.reviewed': reviewCharter,
    'dissent.attached': attachDissent,
  },
  parties: () => [],
  nextDue: charterDue,
  onDue: charterOnDue,
  expectations: charterExpectations,
  writingRefused: charterWritingRefused,
};
