import { type PowerOfRule, type VotingGame } from '@tavolo/governance';

/** Counts the power of a rule in a worker that ends with its answer, or when `signal` says that nobody waits any more. */
export const countPower = (game: VotingGame, signal: AbortSignal): Promise<PowerOfRule> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('power.worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    worker.addEventListener('message', ({ data }: MessageEvent<PowerOfRule>) => {
      end();
      resolve(data);
    });
    worker.addEventListener('error', () => {
      end();
      reject(new Error('the worker that counts power failed'));
    });
    signal.addEventListener('abort', end);
    worker.postMessage(game);
  });
