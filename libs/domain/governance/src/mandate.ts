import { type Instant, type MemberId, type OrganisationId, type Words } from '@tavolo/kernel';
import { type Explanation } from './explanation.js';
import { type Sector } from './seat.js';

/** Domain.md 2.3, Auto-administration: the states of a mandate. A suspended mandate may become active again; the last two are its end. */
export const mandateStates = ['proposed', 'active', 'suspended', 'expired', 'revoked'] as const;
export type MandateState = (typeof mandateStates)[number];

/** What kind of spending it is. */
export const expenseTypes = ['current', 'investment'] as const;
export type ExpenseType = (typeof expenseTypes)[number];

/** Money in whole cents of a euro, never negative: sums are exact. */
export type Cents = number;

/** Something that a mandate names so that acts can refer to it: an area of its scope, an exclusion, a ground of revocation. */
export interface Named {
  readonly id: string;
  readonly words: Words;
}

/** What a mandate states (domain.md 2.3). Days are local dates `YYYY-MM-DD` in `zone`; both `startsOn` and `expiresOn` belong to it. */
export interface MandateTerms {
  /** What people call it, e.g. `MD-1`. */
  readonly key: string;
  /** Sectors whose voting seats hold the mandate. */
  readonly holders: readonly Sector[];
  readonly scope: readonly Named[];
  readonly expenseTypes: readonly ExpenseType[];
  readonly exclusions: readonly Named[];
  readonly budget: Cents;
  /** The most that one decision may spend. */
  readonly perDecision: Cents;
  readonly startsOn: string;
  /** At most 36 months after `startsOn`. */
  readonly expiresOn: string;
  readonly reportEveryDays: number;
  /** How many days after it was due a missing report suspends the mandate. */
  readonly suspendAfterDays: number;
  readonly revocation: { readonly noticeDays: number; readonly grounds: readonly Named[] };
  readonly zone: string;
  readonly holidays: { readonly country: 'IT'; readonly local: readonly string[] };
}

/** The published act by which the institution granted the mandate. */
export interface Grant {
  readonly organisation: OrganisationId;
  /** Local date on which the act was adopted, and by what it is found, e.g. `Council decision 114/2026`. */
  readonly date: string;
  readonly reference: string;
  readonly by: MemberId;
  readonly at: Instant;
}

export interface MandateReport {
  readonly n: number;
  readonly by: MemberId;
  readonly text: string;
  /** The day on which it was due, and whether it came by then. */
  readonly dueOn: string | null;
  readonly onTime: boolean;
  /** Keys of the effective decisions that it is about. */
  readonly decisions: readonly string[];
  readonly spent: Cents;
  readonly at: Instant;
}

/** Why a mandate does not decide for a while. */
export interface Suspension {
  readonly cause: 'report_overdue' | 'serious_breach';
  /** The ground of revocation that the breach is, and the written reason; `null` for a missing report. */
  readonly ground: string | null;
  readonly reason: string | null;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** A revocation that was announced: notice, and the hearing of the table. */
export interface Revocation {
  readonly ground: string;
  readonly reason: string;
  readonly by: MemberId;
  readonly announcedAt: Instant;
  /** The first moment at which the mandate may be revoked: after the days of notice. */
  readonly possibleFrom: Instant;
  readonly hearing: { readonly text: string; readonly by: MemberId; readonly at: Instant } | null;
}

/** What one decision holds of the budget: `reserved` while it is voted on, `committed` once adopted, `spent` once effective. */
export interface LedgerEntry {
  readonly proposal: string;
  readonly version: number;
  readonly amount: Cents;
  readonly state: 'reserved' | 'committed' | 'spent';
}

/** A mandate: a plain JSON value, changed by `stepMandate`, `advanceMandate` and `withLedgerEntry` alone. */
export interface Mandate {
  readonly terms: MandateTerms;
  readonly state: MandateState;
  readonly since: Instant;
  readonly proposedBy: MemberId;
  readonly grant: Grant | null;
  /** Local date by whose end the next report is due; `null` before the mandate is active and after its end. */
  readonly reportDueOn: string | null;
  readonly reports: readonly MandateReport[];
  readonly suspensions: readonly Suspension[];
  /** The revocation under way, or by which it ended. */
  readonly revocation: Revocation | null;
  readonly ended: { readonly how: 'expired' | 'revoked'; readonly reason: string | null; readonly at: Instant } | null;
  readonly ledger: readonly LedgerEntry[];
}

/** The exact sums of a mandate. `left` is what is neither spent nor committed; `free` is what a new decision may take. */
export interface MandateSums {
  readonly budget: Cents;
  readonly spent: Cents;
  readonly committed: Cents;
  readonly reserved: Cents;
  readonly left: Cents;
  readonly free: Cents;
}

/**
 * What a decision is told of its mandate, and all that it knows of it: an input that is recorded with the decision, so that its procedure
 * stays a pure function of what was recorded.
 */
export interface MandateStanding {
  readonly key: string;
  readonly state: MandateState;
  /** When it becomes active by itself; `null` when it is active already, or not granted. */
  readonly startsAt: Instant | null;
  /** When it is suspended by itself unless a report is filed before; `null` when nothing is due. */
  readonly suspendsAt: Instant | null;
  readonly suspensions: readonly Pick<Suspension, 'from' | 'until'>[];
  readonly expiresAt: Instant;
  /** When it ended; `null` while it has not. */
  readonly endedAt: Instant | null;
  readonly holders: readonly Sector[];
  readonly scope: readonly string[];
  readonly expenseTypes: readonly ExpenseType[];
  readonly exclusions: readonly string[];
  readonly perDecision: Cents;
  readonly budget: Cents;
  /** What this decision may take: the budget without what all the others hold. */
  readonly left: Cents;
}

/** Something that followed on a mandate, with the true instant at which it was due. */
export interface MandateConsequence {
  readonly name: MandateConsequenceName;
  readonly at: Instant;
  /** Ids, enumerations, dates and cents: ready for the log's `data`. */
  readonly data: Readonly<Record<string, string | number | null>>;
  readonly explanation?: Explanation;
}

/** What the acts on a mandate carry. Texts are what the actor wrote. */
export interface MandateActPayloads {
  'mandate.granted': { readonly organisation: OrganisationId; readonly date: string; readonly reference: string };
  'mandate.reported': { readonly text: string; readonly decisions: readonly string[] };
  'mandate.suspended': { readonly ground: string; readonly reason: string };
  'mandate.resumed': { readonly reason: string };
  'mandate.revocation_announced': { readonly ground: string; readonly reason: string };
  'mandate.heard': { readonly text: string };
  'mandate.revocation_withdrawn': { readonly reason: string };
  'mandate.revoked': { readonly reason: string };
}
export type MandateActName = keyof MandateActPayloads;

export type MandateConsequenceName =
  'mandate.took_effect' | 'mandate.suspended' | 'mandate.reactivated' | 'mandate.expired';
