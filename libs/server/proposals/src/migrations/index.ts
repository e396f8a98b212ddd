import { CreateMandates1764000300001 } from './create-mandates.migration.js';
import { CreateProposals1764000300000 } from './create-proposals.migration.js';

/** Migrations of this context, oldest first. */
export const proposalsMigrations = [CreateProposals1764000300000, CreateMandates1764000300001];
