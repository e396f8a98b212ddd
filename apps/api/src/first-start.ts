import type { INestApplicationContext } from '@nestjs/common';
import { DemoImport } from '@tavolo/server-demo';
import { setUpCode } from '@tavolo/server-identity';
import { Clock, DataSource, type Config, type Progress } from '@tavolo/server-platform';

/** What only an empty installation needs: a demonstration its area, any other one a code to create the first account with. */
export async function prepareFirstStart(
  app: INestApplicationContext,
  { mode, demoLanguage, publicUrl }: Config,
  progress: Progress,
  stop: AbortSignal,
): Promise<void> {
  if (mode === 'demo') {
    await app.get(DemoImport).importOnce(demoLanguage, (done, total) => {
      // The import can be broken off: the next start takes it up.
      stop.throwIfAborted();
      progress.share('Importing the demonstration', done, total);
    });
    return;
  }
  const code = await setUpCode(app.get(DataSource).manager, app.get(Clock).now());
  if (code !== null) progress.info(`Nobody has an account yet: open ${publicUrl}/set-up and enter the code ${code}`);
}
