import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Crowd } from './crowd.js';
import { median, printFigure, quantile } from './figures.js';
import { MeasuredServer } from './measured-server.js';

export interface PropagationPlan {
  readonly clients: number;
  readonly typists: number;
  readonly keysPerSecond: number;
  readonly seconds: number;
  readonly rounds: number;
}

interface Round {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Microseconds of the server's processor time for each delivered key. */
  readonly cpu: number;
}

/** Keys from a few typists to everybody: our server beside a bare relay, in turns, in one run. */
export async function measurePropagation(plan: PropagationPlan): Promise<void> {
  const rounds: Record<'raw' | 'ours', Round[]> = { raw: [], ours: [] };
  for (let round = 0; round < plan.rounds; round++) {
    for (const kind of ['raw', 'ours'] as const) rounds[kind].push(await measureRound(kind, plan));
  }
  const typical = (kind: 'raw' | 'ours', figure: keyof Round): number => median(rounds[kind].map((r) => r[figure]));
  for (const kind of ['raw', 'ours'] as const) {
    for (const figure of ['p50', 'p95', 'p99'] as const) {
      printFigure(`${kind} ${plan.clients} clients ${figure}`, typical(kind, figure), 'ms');
    }
    printFigure(`${kind} ${plan.clients} clients cpu per delivery`, typical(kind, 'cpu'), 'µs');
  }
  const isBudgeted = plan.clients >= 300;
  const ratio = (figure: keyof Round): number => typical('ours', figure) / typical('raw', figure);
  printFigure(
    `ratio ${plan.clients} clients cpu per delivery`,
    ratio('cpu'),
    'times raw',
    isBudgeted ? 1.7 : undefined,
  );
  printFigure(`ratio ${plan.clients} clients p99`, ratio('p99'), 'times raw', isBudgeted ? 1.6 : undefined);
}

async function measureRound(kind: 'raw' | 'ours', plan: PropagationPlan): Promise<Round> {
  const folder = await mkdtemp(join(tmpdir(), 'tavolo-bench-'));
  const server = await MeasuredServer.start(kind, join(folder, 'log'));
  try {
    const crowd = await Crowd.gather(server.url, plan.clients, plan.typists);
    await typeFor(crowd, plan, 1);
    crowd.delays = [];
    const before = await server.report();
    await typeFor(crowd, plan, plan.seconds);
    const after = await server.report();
    const delays = crowd.delays.sort((a, b) => a - b);
    crowd.disperse();
    return {
      p50: quantile(delays, 0.5),
      p95: quantile(delays, 0.95),
      p99: quantile(delays, 0.99),
      cpu: (after.cpu - before.cpu) / delays.length,
    };
  } finally {
    await server.kill();
    await rm(folder, { recursive: true });
  }
}

/** Everybody types at an even pace, one after the other within each interval; ends when all keys have arrived. */
async function typeFor(crowd: Crowd, plan: PropagationPlan, seconds: number): Promise<void> {
  const interval = 1000 / (plan.keysPerSecond * plan.typists);
  const keys = Math.round(seconds * plan.keysPerSecond * plan.typists);
  const start = performance.now();
  const expected = crowd.delays.length + keys * (plan.clients - 1);
  for (let key = 0; key < keys; key++) {
    const due = start + key * interval;
    while (performance.now() < due) await pause(due - performance.now());
    crowd.typists[key % crowd.typists.length]?.type();
  }
  const patience = performance.now() + 10_000;
  while (crowd.delays.length < expected && performance.now() < patience) await pause(5);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
