import { type Instant } from '@tavolo/kernel';
import {
  type Mandate,
  type MandateActName,
  type MandateActPayloads,
  type MandateConsequence,
  type MandateTerms,
} from '../mandate.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type Actor, type Composition } from '../seat.js';
import { notYourRole } from '../transition.js';
import { grant } from './granting.js';
import { not, type MandateChange, type MandateOutcome } from './mandate-change.js';
import { mandateDue, mandateOnDue } from './mandate-clock.js';
import { type MandateRule } from './mandate-rule.js';
import { mandateTransitions } from './mandate-transitions.js';
import { report } from './reporting.js';
import { announceRevocation, hear, revoke, withdrawRevocation } from './revoking.js';
import { resume, suspend } from './suspending.js';
import { termsRefused } from './terms.js';

const rules: { readonly [Name in MandateActName]: MandateRule<Name> } = {
  'mandate.granted': grant,
  'mandate.reported': report,
  'mandate.suspended': suspend,
  'mandate.resumed': resume,
  'mandate.revocation_announced': announceRevocation,
  'mandate.heard': hear,
  'mandate.revocation_withdrawn': withdrawRevocation,
  'mandate.revoked': revoke,
};

/** Who proposes a mandate: a holder-to-be, the institution, or whoever guides the table. */
export const mandateProposers = ['party', 'decidingAuthority', 'coordinator', 'facilitator'] as const;

/** An act on a mandate: who, at which table, and what it carries. */
export type MandateAct = {
  [Name in MandateActName]: {
    readonly name: Name;
    readonly by: Actor;
    readonly table: Composition;
  } & MandateActPayloads[Name];
}[MandateActName];

/** What a member may do with a mandate, or why not. */
export interface MandatePossibility {
  readonly act: MandateActName;
  readonly allowed: boolean;
  readonly refusal?: Refusal;
}

/** A proposed mandate, or why these terms are none, or why this actor may not propose one. */
export function proposeMandate(terms: MandateTerms, by: Actor, table: Composition, now: Instant): MandateOutcome {
  const why =
    notYourRole({ act: 'mandate.proposed', who: mandateProposers }, by, table, {
      sponsors: [],
      parties: terms.holders,
    }) ?? termsRefused(terms);
  if (why) return not(why);
  return {
    ok: true,
    mandate: {
      terms,
      state: 'proposed',
      since: now,
      proposedBy: by.member,
      grant: null,
      reportDueOn: null,
      reports: [],
      suspensions: [],
      revocation: null,
      ended: null,
      ledger: [],
    },
    consequences: [],
  };
}

/** When the clock changes the mandate next, or `null`. */
export const nextMandateDue = mandateDue;

/** Everything that follows from the clock alone, each with the true instant at which it was due. */
export function advanceMandate(mandate: Mandate, now: Instant): MandateChange {
  const consequences: MandateConsequence[] = [];
  let current = mandate;
  for (let due = mandateDue(current); due !== null && due <= now; due = mandateDue(current)) {
    const change = mandateOnDue(current, due);
    consequences.push(...change.consequences);
    current = change.mandate;
  }
  return { mandate: current, consequences };
}

/** One act on a mandate: first what the clock has brought about, then the act itself, refused or with what follows from it. */
export function stepMandate(mandate: Mandate, act: MandateAct, now: Instant): MandateOutcome {
  const before = advanceMandate(mandate, now);
  const why = mandateActRefused(before.mandate, act.name, act.by, act.table, now);
  if (why) return not(why);
  const rule = rules[act.name] as MandateRule<MandateActName>;
  const outcome = rule.apply(before.mandate, act, now);
  if (!outcome.ok) return outcome;
  const after = advanceMandate(outcome.mandate, now);
  return {
    ok: true,
    mandate: after.mandate,
    consequences: [...before.consequences, ...outcome.consequences, ...after.consequences],
  };
}

/** Every act on a mandate, and whether this actor may do it now; what the act carries may still be refused. */
export function possibleMandateActs(
  mandate: Mandate,
  actor: Actor,
  table: Composition,
  now: Instant,
): readonly MandatePossibility[] {
  const current = advanceMandate(mandate, now).mandate;
  return (Object.keys(rules) as MandateActName[]).map((act) => {
    const why = mandateActRefused(current, act, actor, table, now);
    return why ? { act, allowed: false, refusal: why } : { act, allowed: true };
  });
}

function mandateActRefused(
  mandate: Mandate,
  act: MandateActName,
  actor: Actor,
  table: Composition,
  now: Instant,
): Refusal | null {
  const { state, terms } = mandate;
  const row = mandateTransitions.find((one) => one.act === act && one.from.includes(state));
  if (!row) return refusal('wrong_stage', '2.3 Auto-administration', { stage: state, act });
  const people = { sponsors: [], parties: terms.holders };
  return notYourRole(row, actor, table, people) ?? rules[act].guard?.(mandate, now) ?? null;
}
