import { type PlanningRulebook } from './rulebook.js';
import { type Sector } from './seat.js';

/**
 * The rules of a sector's bench as it opens (domain.md section 3, `ie-ppn-bench`): one organisation one vote; consent is sought first, in two
 * rounds, then two thirds of the votes cast decide; a spokesperson carries what was adopted, under a mandate.
 */
export const benchRulebook = ({
  sector,
  ...head
}: Pick<PlanningRulebook, 'key' | 'adoptedOn' | 'zone' | 'holidays'> & {
  readonly sector: Sector;
}): PlanningRulebook => ({
  ...head,
  version: 1,
  mode: 'planning',
  parties: [sector],
  quorum: { overall: { fraction: '1/2', strict: true }, emptySector: 'block' },
  decision: { first: 'consent', base: 'cast', threshold: { fraction: '2/3', strict: false }, concurrence: [] },
  hold: null,
  maxReferBack: 1,
  mediationDays: 15,
  negotiationDays: 120,
  ratificationDays: 15,
  maxConsentRounds: 2,
  ratifyingOrgan: null,
  negotiatingMandate: true,
});
