import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { modeFile, type Config } from './config.js';
import { makeFolder } from './folders.js';

type Marked = Pick<Config, 'dataFolder' | 'mode'>;

/** Notes that an empty data folder is for a demonstration, so that an interrupted first start goes on as one. */
export function markFirstDemo({ dataFolder, mode }: Marked): void {
  makeFolder(dataFolder);
  if (mode === 'demo' && readdirSync(dataFolder).length === 0) mark(dataFolder, mode);
}

/** Notes what the data folder is for, once its database agreed, so that it stays so when a setting is removed. */
export function markMode({ dataFolder, mode }: Marked): void {
  if (!existsSync(modeFile(dataFolder))) mark(dataFolder, mode);
}

function mark(dataFolder: string, mode: string): void {
  writeFileSync(modeFile(dataFolder), `${mode}\n`);
}
