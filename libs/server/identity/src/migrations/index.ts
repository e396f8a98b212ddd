import { CreateIdentity1764000100001 } from './create-identity.migration.js';

/** Migrations of this context, oldest first. */
export const identityMigrations = [CreateIdentity1764000100001];
