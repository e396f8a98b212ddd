import { type AutoAdministrationProcedure } from '../auto-administration-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';

/** A procedure that decides by ballots: what is in this folder is the same for all of them. */
export type VotingProcedure = PlanningProcedure | AutoAdministrationProcedure;
