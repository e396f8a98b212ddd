import { CreateProposals1795597210000 } from './create-proposals.migration.js';

/** Migrations of this context, oldest first. */
export const proposalsMigrations = [CreateProposals1795597210000];
