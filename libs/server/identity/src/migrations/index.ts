import { AddReminders1764000100050 } from './add-reminders.migration.js';
import { CreateIdentity1764000100001 } from './create-identity.migration.js';

/** Migrations of this context, oldest first. */
export const identityMigrations = [CreateIdentity1764000100001, AddReminders1764000100050];
