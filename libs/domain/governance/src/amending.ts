import { type Procedure } from './procedure.js';

/** When the text may be argued about: while it is negotiated or drafted (domain.md 2.2, Amends), or while the consultation is open. */
const argued: Readonly<Record<Procedure['mode'], readonly string[]>> = {
  planning: ['submitted', 'negotiating', 'referred_back', 'mediation'],
  consultation: ['open', 'closed', 'responding', 'overdue'],
  auto_regulation: ['invited', 'drafting'],
  auto_administration: ['draft', 'blocked', 'deliberating', 'called_in'],
};

type Stood = Pick<Procedure, 'mode' | 'stage'>;

/** Whether a text may be argued about now: a change taken over into it. */
export const isArgued = ({ mode, stage }: Stood): boolean => argued[mode].includes(stage);

/** Whether a change may be asked for now. In a consultation that ends with its window; what was asked is answered until it is decided. */
export const takesAmendments = (procedure: Stood): boolean =>
  procedure.mode === 'consultation' ? procedure.stage === 'open' : isArgued(procedure);

/**
 * Whether a request that is still open may be answered with a reason, or withdrawn. A request that is open when the text freezes is carried:
 * it cannot be taken over into a frozen text, and waits for the next version. Since every request gets an answer, in planning that is
 * possible at any time after the submission.
 */
export const answersAmendments = (procedure: Stood): boolean =>
  isArgued(procedure) || (procedure.mode === 'planning' && procedure.stage !== 'draft');
