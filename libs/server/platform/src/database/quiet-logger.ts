import type { Logger } from 'typeorm';

const nothing = (): undefined => undefined;

/** TypeORM prints failed migrations by itself; what failed is thrown, and told once by whoever catches it. */
export const quietLogger: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
