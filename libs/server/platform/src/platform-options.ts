import { type MigrationClass } from './database/migrate.js';
import { type Config } from './process/config.js';

export interface PlatformOptions {
  /** What it must know of the settings; without the last two no proxy is trusted, and limits are the usual ones. */
  readonly config: Pick<Config, 'dataFolder' | 'publicUrl' | 'mode' | 'smtp'> &
    Partial<Pick<Config, 'trustedProxies' | 'addressLimitFactor'>>;
  /** Version of the software, as its package says. */
  readonly version: string;
  /** Folder of the built client; `null` serves none. */
  readonly clientFolder: string | null;
  /** The migrations of all contexts: the health check tells when one has not run. */
  readonly migrations: readonly MigrationClass[];
}
