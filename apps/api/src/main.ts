import 'reflect-metadata';
import { Progress, stopSignals } from '@tavolo/server-platform';
import { serve } from './serve.js';

const progress = new Progress();
const stop = stopSignals();

/** What went wrong: a sentence is enough where it was written for the operator; anything unforeseen comes with its trace. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const foreseen = [Error.name, 'ConfigProblems', 'WrongInstallation'].includes(error.constructor.name);
  return foreseen ? error.message : (error.stack ?? error.message);
}

try {
  await serve(process.env, progress, stop);
} catch (error) {
  // Whatever a stop has interrupted is no failure.
  if (!stop.aborted) {
    process.stderr.write(`\nTavolo did not start. ${told(error)}\n`);
    process.exitCode = 1;
  }
}
// Everything is ended: a timer that somebody forgot does not keep the terminal.
process.exit();
