import { performance } from 'node:perf_hooks';
import { whatIf, type PlanningRulebook, type SupposedSector } from '@tavolo/governance';

const seats = 200;
const rounds = 500;
const budget = 5;
const half = { fraction: '1/2', strict: true } as const;

/** Planning between four parties, each with a quorum of its own and each of them to concur. */
const rulebook: PlanningRulebook = {
  key: 'RB-BENCH',
  version: 1,
  adoptedOn: '2026-09-01',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  mode: 'planning',
  parties: ['public', 'third_sector', 'citizens', 'market'],
  quorum: { overall: half, perSector: { fraction: '1/3', min: 1 }, emptySector: 'block' },
  decision: {
    first: 'ballot',
    base: 'cast',
    threshold: half,
    concurrence: ['public', 'third_sector', 'citizens', 'market'],
  },
  hold: null,
  maxReferBack: 1,
  mediationDays: 15,
  negotiationDays: 120,
  ratificationDays: 15,
  maxConsentRounds: 2,
  ratifyingOrgan: null,
};

const supposed: readonly SupposedSector[] = rulebook.parties.map((sector, n) => {
  const eligible = seats / rulebook.parties.length;
  return { sector, eligible, present: eligible - n, yes: 30 - n, no: 12 };
});

const times = Array.from({ length: rounds }, () => {
  const begin = performance.now();
  const { verdict, explanation } = whatIf(rulebook, supposed);
  const took = performance.now() - begin;
  if (verdict !== 'adopted' || !explanation.held)
    throw new Error(`not the verdict that was to be measured: ${verdict}`);
  return took;
}).sort((a, b) => a - b);

const median = times[Math.floor(rounds / 2)] ?? Number.NaN;
console.log(
  JSON.stringify({
    benchmark: 'verdict',
    name: `verdict with explanation for ${seats} seats, median of ${rounds}`,
    value: Math.round(median * 1000) / 1000,
    unit: 'ms',
    budget,
    held: median <= budget,
  }),
);
