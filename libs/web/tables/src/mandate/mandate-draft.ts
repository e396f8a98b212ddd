import { type ProposedTerms } from '@tavolo/contracts';
import { type ExpenseType, type Sector } from '@tavolo/governance';
import { type Language } from '@tavolo/kernel';
import { centsIn } from '@tavolo/web-ui';

/** A mandate as it is being filled in: amounts in euro as people write them, areas, exclusions and grounds one a line. */
export interface MandateDraft {
  readonly holders: readonly Sector[];
  readonly scope: string;
  readonly exclusions: string;
  readonly expenseTypes: readonly ExpenseType[];
  readonly budget: string;
  readonly perDecision: string;
  readonly startsOn: string;
  readonly expiresOn: string;
  readonly reportEveryDays: string;
  readonly grounds: string;
}

export const emptyMandate: MandateDraft = {
  holders: [],
  scope: '',
  exclusions: '',
  expenseTypes: ['current'],
  budget: '',
  perDecision: '',
  startsOn: '',
  expiresOn: '',
  reportEveryDays: '90',
  grounds: '',
};

export type MandateField = keyof MandateDraft;

/** Which fields still lack something; the rules themselves are the server's. */
export function missingIn(draft: MandateDraft): readonly MandateField[] {
  const days = Number(draft.reportEveryDays);
  const checks: readonly (readonly [MandateField, boolean])[] = [
    ['holders', draft.holders.length > 0],
    ['scope', linesOf(draft.scope).length > 0],
    ['expenseTypes', draft.expenseTypes.length > 0],
    ['budget', centsIn(draft.budget) !== null],
    ['perDecision', centsIn(draft.perDecision) !== null],
    ['startsOn', draft.startsOn !== ''],
    ['expiresOn', draft.expiresOn !== ''],
    ['reportEveryDays', Number.isInteger(days) && days > 0],
    ['grounds', linesOf(draft.grounds).length > 0],
  ];
  return checks.filter(([, there]) => !there).map(([field]) => field);
}

/** The terms to be proposed, in the language in which they were written. Only for a draft in which nothing is missing. */
export function termsOf(draft: MandateDraft, language: Language): ProposedTerms {
  const named = (text: string, as: string) =>
    linesOf(text).map((line, index) => ({ id: `${as}-${index + 1}`, words: { [language]: line } }));
  return {
    holders: [...draft.holders],
    scope: named(draft.scope, 'area'),
    exclusions: named(draft.exclusions, 'not'),
    expenseTypes: [...draft.expenseTypes],
    budget: centsIn(draft.budget) ?? 0,
    perDecision: centsIn(draft.perDecision) ?? 0,
    startsOn: draft.startsOn,
    expiresOn: draft.expiresOn,
    reportEveryDays: Number(draft.reportEveryDays),
    revocation: { grounds: named(draft.grounds, 'ground') },
  };
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
