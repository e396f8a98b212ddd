import { type AutoAdministrationProcedure } from '../auto-administration-procedure.js';
import { mandateStateAt } from '../mandate/standing.js';
import { type Start } from '../mode-procedure.js';
import { refusal, RefusalError } from '../refuse.js';

/** A decision in draft under a mandate that has not ended. Throws `RefusalError` without one (`mandate_missing`, `mandate_over`). */
export function startAutoAdministration({
  rulebook,
  sponsors,
  now,
  mandate,
}: Start<AutoAdministrationProcedure>): AutoAdministrationProcedure {
  if (!mandate) throw new RefusalError(refusal('mandate_missing', 'mandate.state'));
  const state = mandateStateAt(mandate, now);
  if (state === 'expired' || state === 'revoked') {
    throw new RefusalError(refusal('mandate_over', 'mandate.state', { mandate: mandate.key, state }));
  }
  return {
    mode: 'auto_administration',
    stage: 'draft',
    since: now,
    deadline: null,
    rulebook,
    sponsors,
    versions: [],
    mandate,
    submissions: [],
    block: null,
    ballots: [],
    recusals: [],
    adoption: null,
    callIns: [],
    effectiveSince: null,
    note: null,
    reported: null,
    returned: null,
    dissents: [],
    closing: null,
  };
}
