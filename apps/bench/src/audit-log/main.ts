/** How fast a log takes entries: the real way from an act to a signed head, on the embedded PostgreSQL. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { migrate, startEmbeddedPostgres } from '@tavolo/server-platform';
import { BenchedLog } from './benched-log.js';

const writers = 32;
const warmUpSeconds = 3;
const seconds = 20;
const ways = `${writers} writers of one log, ${seconds} s`;

interface Run {
  /** Milliseconds from the beginning of the run to the last commit. */
  readonly took: number;
  /** Milliseconds that each act took until it was committed. */
  readonly acts: number[];
  /** Milliseconds from a commit to a signed head that covers it, of one act after the other. */
  readonly delays: number[];
}

const folder = await mkdtemp(join(tmpdir(), 'tavolo-bench-'));
await chmod(folder, 0o711);
const log = { info: () => undefined, warn: console.warn };
// Durable, as in an installation: an act answers when its commit is on the disk.
const server = await startEmbeddedPostgres({ dataFolder: join(folder, 'data'), log });
try {
  await migrate(server.ownerUrl, [], log);
  const benched = await BenchedLog.open(server);
  try {
    await write(benched, warmUpSeconds);
    const { took, acts, delays } = await write(benched, seconds);
    print(`acts recorded, ${ways}`, (acts.length * 1000) / took, 'appends/s', { atLeast: 500 });
    print(`an act recorded, median, ${ways}`, quantile(acts, 0.5), 'ms');
    print(`an act recorded, 99 of 100, ${ways}`, quantile(acts, 0.99), 'ms');
    print(`from commit to signed head, median of ${delays.length}, ${ways}`, quantile(delays, 0.5), 'ms');
    print(`from commit to signed head, 99 of 100, ${ways}`, quantile(delays, 0.99), 'ms', { atMost: 2000 });
    print('entries of the exported log, which verifies', await benched.verified(), 'entries');
  } finally {
    await benched.close();
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Each writer has a stream of its own; one more entry at a time is followed until it is sealed. */
async function write(to: BenchedLog, duration: number): Promise<Run> {
  const began = performance.now();
  const until = began + duration * 1000;
  const acts: number[] = [];
  const delays: number[] = [];
  const writer = async (stream: string, follows: boolean): Promise<number> => {
    for (let begin = performance.now(); begin < until; begin = performance.now()) {
      const entry = await to.append(stream);
      const committed = performance.now();
      acts.push(committed - begin);
      if (!follows) continue;
      await to.sealed(entry);
      delays.push(performance.now() - committed);
    }
    return performance.now() - began;
  };
  const all = Array.from({ length: writers }, (_, place) => writer(`doc:${place}`, false));
  const follower = writer('doc:followed', true);
  const took = Math.max(...(await Promise.all(all)));
  await follower;
  return { took, acts, delays };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One figure a line, as JSON, with the budget that it has to hold. */
function print(name: string, value: number, unit: string, budget?: { atLeast: number } | { atMost: number }): void {
  const rounded = Math.round(value * 10) / 10;
  const verdict =
    budget === undefined
      ? {}
      : 'atLeast' in budget
        ? { budget: budget.atLeast, held: value >= budget.atLeast }
        : { budget: budget.atMost, held: value <= budget.atMost };
  console.log(JSON.stringify({ benchmark: 'audit-log', name, value: rounded, unit, ...verdict }));
}
