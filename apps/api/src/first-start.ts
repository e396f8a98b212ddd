import type { INestApplicationContext } from '@nestjs/common';
import { DemoImport } from '@tavolo/server-demo';
import { setUpCode } from '@tavolo/server-identity';
import { Clock, DataSource, type Config, type Progress } from '@tavolo/server-platform';

/** What only an empty installation needs: a demonstration its area, any other one a code to create the first account with. */
export async function prepareFirstStart(
  app: INestApplicationContext,
  { mode, demoLanguage, publicUrl }: Config,
  progress: Progress,
): Promise<void> {
  if (mode === 'demo') {
    const tell = (done: number, total: number): void => progress.share('Importing the demonstration', done, total);
    await app.get(DemoImport).importOnce(demoLanguage, tell);
    return;
  }
  const code = await setUpCode(app.get(DataSource).manager, app.get(Clock).now());
  if (code !== null) progress.info(`Nobody has an account yet: open ${publicUrl}/set-up and enter the code ${code}`);
}
