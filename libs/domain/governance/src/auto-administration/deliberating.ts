import { type AutoAdministrationProcedure } from '../auto-administration-procedure.js';
import { leaveBallot, leavingRefused, recusedRefusal } from '../ballots/leave-ballot.js';
import { runningBallot } from '../ballots/running-ballot.js';
import { voidBallot } from '../ballots/end-ballot.js';
import { accepted, acceptedChange, inOrder, refused, type Rule } from '../mode-procedure.js';
import { seatsOutWith } from '../recused.js';
import { reasonMissing, refusal } from '../refuse.js';
import { seatOf } from '../seats-of.js';
import { answered } from './call-in.js';
import { noQuorumByRecusals } from './holders.js';
import { mandateOver } from './mandate-over.js';
import { returnToInstitution } from './returning.js';
import { enter } from './stages.js';

/** The draft is opened for writing again: one that was blocked, is deliberated, or was called in and is amended by its holders. */
export const reopenDecision: Rule<AutoAdministrationProcedure, 'decision.reopened'> = {
  guard: (procedure, actor, _table, now) => recusedRefusal(procedure, actor) ?? mandateOver(procedure, now),
  apply: (procedure, { by }, now) => {
    const draft: AutoAdministrationProcedure = { ...enter(procedure, 'draft', now), block: null, adoption: null };
    if (procedure.stage !== 'called_in') return accepted(draft);
    return accepted(answered(draft, { kind: 'amended', reason: null, by: by.member, at: now }));
  },
};

/** The holders do not pursue it, and say why. */
export const withdrawDecision: Rule<AutoAdministrationProcedure, 'decision.withdrawn'> = {
  guard: recusedRefusal,
  apply: (procedure, { by, reason }, now) => {
    const why = reasonMissing(reason, '2.1 Written reasons');
    if (why) return refused(why);
    const closing = { reason, at: now };
    const withdrawn: AutoAdministrationProcedure = { ...enter(procedure, 'withdrawn', now), adoption: null, closing };
    if (procedure.stage !== 'called_in') return accepted(withdrawn);
    return accepted(answered(withdrawn, { kind: 'withdrawn', reason, by: by.member, at: now }));
  },
};

/**
 * A member declares a conflict of interest and leaves discussion and vote (domain.md 2.1). If too few remain for a quorum, however many of
 * them come, the decision goes to the institution.
 */
export const recuseHolder: Rule<AutoAdministrationProcedure, 'seat.recused'> = {
  guard: leavingRefused,
  apply: (procedure, { by, table, reason }, now) => {
    const rule = '2.1 Conflict of interest';
    const why = reasonMissing(reason, rule);
    if (why) return refused(why);
    const given = seatOf(by, table);
    if (!given) return refused(refusal('not_your_role', rule, { needed: ['seat'] }));
    const out = seatsOutWith(by, procedure.recusals, table);
    const recusals = [...procedure.recusals, { seat: given.id, member: by.member, reason, at: now }];
    const left: AutoAdministrationProcedure = { ...procedure, recusals };
    const alone = noQuorumByRecusals(left, table);
    const decided = procedure.stage === 'deliberating' || procedure.stage === 'voting';
    if (!alone || !decided) return acceptedChange(leaveBallot(left, out, now));
    const ballot = runningBallot(procedure);
    return acceptedChange(
      inOrder(
        left,
        (current) => (ballot ? voidBallot(current, ballot, now, 'recusals') : { procedure: current, consequences: [] }),
        (current) => returnToInstitution(current, 'recusals', alone, now),
      ),
    );
  },
};
