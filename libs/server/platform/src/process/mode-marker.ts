import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { modeFile, type Config } from './config.js';
import { requireWritable } from './folders.js';

type Marked = Pick<Config, 'dataFolder' | 'mode'>;

/**
 * Makes the data folder, and notes that an empty one is for a demonstration, so that an interrupted first start goes on as one.
 * @throws Error in plain words when nothing can be written there.
 */
export function markFirstDemo({ dataFolder, mode }: Marked): void {
  requireWritable(dataFolder);
  if (mode === 'demo' && readdirSync(dataFolder).length === 0) mark(dataFolder, mode);
}

/** Notes what the data folder is for, once its database agreed, so that it stays so when a setting is removed. */
export function markMode({ dataFolder, mode }: Marked): void {
  if (!existsSync(modeFile(dataFolder))) mark(dataFolder, mode);
}

function mark(dataFolder: string, mode: string): void {
  writeFileSync(modeFile(dataFolder), `${mode}\n`);
}
