import { existsSync, writeFileSync } from 'node:fs';
import { modeFile, type Config } from './config.js';
import { makeFolder } from './folders.js';

/**
 * Notes in the data folder what it is for, unless that is noted already: so that a first start that was interrupted is
 * still a demonstration the next time, and a data folder does not change its purpose when a setting is removed.
 */
export function markMode({ dataFolder, mode }: Pick<Config, 'dataFolder' | 'mode'>): void {
  makeFolder(dataFolder);
  if (!existsSync(modeFile(dataFolder))) writeFileSync(modeFile(dataFolder), `${mode}\n`);
}
