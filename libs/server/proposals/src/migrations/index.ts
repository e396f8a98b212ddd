import { CreateProposals1764000300000 } from './create-proposals.migration.js';

/** Migrations of this context, oldest first. */
export const proposalsMigrations = [CreateProposals1764000300000];
