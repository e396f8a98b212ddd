import { type Words } from '@tavolo/kernel';
import { type Procedure } from './procedure.js';
import { type Rulebook } from './rulebook.js';

/** Key of the one plain sentence on every page: who decides here, and how (domain.md section 1, row 3). */
export const whoDecidesKeys = [
  'consultation.institution', // the institution decides, after the assessments
  'planning.table', // params: parties, fraction, base, concurrence, first
  'planning.table_with_organ', // the same, then the organ confirms: organ (words), days
  'auto_administration.holders',
  'auto_regulation.each',
] as const;
export type WhoDecidesKey = (typeof whoDecidesKeys)[number];

export interface WhoDecides {
  readonly key: WhoDecidesKey;
  readonly params: Readonly<Record<string, string | number | boolean | readonly string[] | Words>>;
}

/** Who decides, of a procedure or under a rulebook. */
export function whoDecides(of: Procedure | Rulebook): WhoDecides {
  const rulebook = 'rulebook' in of ? of.rulebook : of;
  switch (rulebook.mode) {
    case 'consultation':
      return { key: 'consultation.institution', params: { replyDays: rulebook.replyDays } };
    case 'planning': {
      const { decision, parties, ratifyingOrgan } = rulebook;
      const { first, base, threshold, concurrence } = decision;
      const { fraction, strict } = threshold;
      const params = { parties, first, base, fraction, strict, concurrence };
      if (!ratifyingOrgan) return { key: 'planning.table', params };
      const { name, days } = ratifyingOrgan;
      return { key: 'planning.table_with_organ', params: { ...params, organ: name, days } };
    }
    case 'auto_administration':
      return { key: 'auto_administration.holders', params: {} };
    case 'auto_regulation':
      return { key: 'auto_regulation.each', params: {} };
  }
}
