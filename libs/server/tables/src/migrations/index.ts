import { CreateTables1764000200001 } from './create-tables.migration.js';
import { ErasableMembers1764000200002 } from './erasable-members.migration.js';
import { PrivateRooms1764000200050 } from './private-rooms.migration.js';
import { RulebookChanges1764000200060 } from './rulebook-changes.migration.js';

/** Migrations of this context, oldest first. They come after those of identity. */
export const tablesMigrations = [
  CreateTables1764000200001,
  ErasableMembers1764000200002,
  PrivateRooms1764000200050,
  RulebookChanges1764000200060,
];
