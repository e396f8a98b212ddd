import { type Start } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';

/** A proposal in draft. */
export const startPlanning = ({ rulebook, sponsors, now }: Start<PlanningProcedure>): PlanningProcedure => ({
  mode: 'planning',
  stage: 'draft',
  since: now,
  deadline: null,
  rulebook,
  sponsors,
  versions: [],
  negotiationEnds: null,
  confirmations: [],
  ratification: null,
  ratified: [],
  consentRounds: [],
  ballots: [],
  recusals: [],
  holds: [],
  referredBack: 0,
  lastBallot: false,
  mediation: null,
  adoption: null,
  organ: null,
  agreement: null,
  dissents: [],
  closing: null,
});
