import { type AutoRegulationProcedure } from '../auto-regulation-procedure.js';
import { type Start } from '../mode-procedure.js';

/** A charter in draft. */
export const startAutoRegulation = ({
  rulebook,
  sponsors,
  now,
}: Start<AutoRegulationProcedure>): AutoRegulationProcedure => ({
  mode: 'auto_regulation',
  stage: 'draft',
  since: now,
  deadline: null,
  rulebook,
  sponsors,
  versions: [],
  invited: [],
  drafting: [],
  signing: null,
  version: null,
  signatures: [],
  declined: [],
  withdrawals: [],
  former: [],
  amendment: null,
  breaches: [],
  commitments: [],
  inForceSince: null,
  condition: null,
  dissents: [],
  reviews: [],
});
