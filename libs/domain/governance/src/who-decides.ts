import { type Language, type Words } from '@tavolo/kernel';
import { type Procedure } from './procedure.js';
import { type Rulebook } from './rulebook.js';

/** Key of the one plain sentence on every page: who decides here, and how (domain.md section 1, row 3). */
export const whoDecidesKeys = [
  'consultation.institution', // the institution decides, after the assessments: replyDays
  'consultation.named_institution', // the same, where it is known which: institution (words), replyDays
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

/** A seat as far as it tells which institution decides. */
interface SeatOfInstitution {
  readonly decidingAuthority: boolean;
  readonly organisation: { readonly name: Readonly<Partial<Record<Language, string | undefined>>> } | null;
}

/** Name of the institution for which the deciding seats of a table sit; `null` where none does, or several institutions do. */
export function decidingInstitution(seats: readonly SeatOfInstitution[]): Words | null {
  const names = seats.flatMap(({ decidingAuthority, organisation }) =>
    decidingAuthority && organisation ? [organisation.name] : [],
  );
  const [first] = names;
  if (!first || names.some(({ en, it }) => en !== first.en || it !== first.it)) return null;
  const { en, it } = first;
  return { ...(en !== undefined && { en }), ...(it !== undefined && { it }) };
}

/** Who decides, of a procedure or under a rulebook; `institution` as `decidingInstitution` finds it at the table. */
export function whoDecides(of: Procedure | Rulebook, institution: Words | null = null): WhoDecides {
  const rulebook = 'rulebook' in of ? of.rulebook : of;
  switch (rulebook.mode) {
    case 'consultation': {
      const { replyDays } = rulebook;
      return institution
        ? { key: 'consultation.named_institution', params: { institution, replyDays } }
        : { key: 'consultation.institution', params: { replyDays } };
    }
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
