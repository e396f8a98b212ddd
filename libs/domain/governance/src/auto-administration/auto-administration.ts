import { type AutoAdministrationProcedure } from '../auto-administration-procedure.js';
import { castVote } from '../ballots/cast-vote.js';
import { requestEarlyClosing } from '../ballots/early-closing.js';
import { attachDissent } from '../dissent.js';
import { type ModeProcedure } from '../mode-procedure.js';
import { noteDecision, reportDecision } from './accounting.js';
import { callIn, insist, ruleOnCallIn } from './call-in.js';
import { decisionDue, decisionOnDue } from './clock.js';
import { recuseHolder, reopenDecision, withdrawDecision } from './deliberating.js';
import { decisionExpectations } from './expectations.js';
import { answerReturn } from './returning.js';
import { startAutoAdministration } from './start.js';
import { submitDecision } from './submission.js';
import { autoAdministrationClockTransitions, autoAdministrationTransitions } from './transitions.js';
import { closeHoldersBallot, openHoldersBallot } from './voting.js';
import { decisionWritingRefused } from './writing.js';

/** Decisions that a mandate "partially hands over" to those who hold it (domain.md 2.2 and 2.3, Auto-administration). */
export const autoAdministration: ModeProcedure<AutoAdministrationProcedure> = {
  start: startAutoAdministration,
  transitions: autoAdministrationTransitions,
  clockTransitions: autoAdministrationClockTransitions,
  rules: {
    'decision.submitted': submitDecision,
    'decision.reopened': reopenDecision,
    'decision.withdrawn': withdrawDecision,
    'vote.opened': openHoldersBallot,
    'vote.cast': castVote,
    'ballot.early_closing_requested': requestEarlyClosing,
    'vote.closed': closeHoldersBallot,
    'seat.recused': recuseHolder,
    'decision.called_in': callIn,
    'decision.insisted': insist,
    'call_in.ruled': ruleOnCallIn,
    'decision.noted': noteDecision,
    'decision.reported': reportDecision,
    'institution.answered': answerReturn,
    'dissent.attached': attachDissent,
  },
  parties: ({ mandate }) => mandate.holders,
  nextDue: decisionDue,
  onDue: decisionOnDue,
  expectations: decisionExpectations,
  writingRefused: decisionWritingRefused,
};
