import { type MandateConsequence, type MandateStanding, type Procedure } from '@tavolo/governance';
import { type JsonObject } from '@tavolo/kernel';
import { type EntryDraft } from '@tavolo/server-platform';
import { DomainRefusal } from '@tavolo/server-platform';

/** The stream of a mandate in the log of its table. */
export const mandateStream = (key: string): string => `mandate:${key}`;

/** How the mandate stands under which a proposal is decided. Throws `DomainRefusal('mandate_missing')` where there is none. */
export function mandateOf({ procedure }: { readonly procedure: Procedure }): MandateStanding {
  if ('mandate' in procedure) return procedure.mandate;
  throw new DomainRefusal({ code: 'mandate_missing', rule: 'mandate.state' }, { status: 409 });
}

/** What an entry says of a mandate that decided with it: state, ceiling, and what was left; amounts in cents. */
export const standingData = (standing: MandateStanding): JsonObject => {
  const { state, perDecision, budget, left, suspendsAt, expiresAt, endedAt } = standing;
  return { state, perDecision, budget, left, suspendsAt, expiresAt, endedAt };
};

/** The entry of something that followed on a mandate. */
export function mandateConsequenceEntry(
  key: string,
  { name, at, data, explanation }: MandateConsequence,
): Omit<EntryDraft, 'space'> {
  const why: JsonObject = explanation ? { explanation: explanation as unknown as JsonObject } : {};
  return { act: name, actor: null, at, stream: mandateStream(key), data: { ...data, mandate: key, ...why } };
}
