import { type Instant, type JsonObject } from '@tavolo/kernel';
import { type Mandate, type MandateActName, type MandateActPayloads, type MandateConsequence } from '../mandate.js';
import { expiryOf, startOf } from '../mandate/mandate-times.js';
import { nextMandateDue, type MandateAct } from '../mandate/mandate.js';
import { type Actor } from '../seat.js';
import { standingOfActor, type ProcedureEntry } from './entries.js';
import { withoutWords } from './leaf-words.js';

/** The stream of a mandate in the log of its table. */
export const mandateStream = (mandate: string): string => `mandate:${mandate}`;

/** Where a mandate stands: its state, since when, by which day it has to be reported on, and when the clock changes it next. */
const placeOf = (mandate: Mandate): JsonObject => ({
  state: mandate.state,
  since: mandate.since,
  reportDueOn: mandate.reportDueOn,
  due: nextMandateDue(mandate),
});

/** The entry of a mandate that is proposed. Its terms bind everybody and hold nothing personal: the log has them as they are. */
export function entryOfProposedMandate(mandate: Mandate, by: Actor, now: Instant): ProcedureEntry {
  const { key } = mandate.terms;
  const terms = mandate.terms as unknown as JsonObject;
  const [startsAt, expiresAt] = [startOf(mandate.terms), expiryOf(mandate.terms)];
  const data = {
    ...{ mandate: key, ...standingOfActor(by), terms, startsAt, expiresAt },
    ...{ input: { now }, after: placeOf(mandate) },
  };
  return { at: now, actor: by.member, act: 'mandate.proposed', stream: mandateStream(key), data };
}

/** An act on a mandate that was accepted, and when. */
export interface DecidedOnMandate {
  readonly act: MandateAct;
  readonly after: Mandate;
  readonly now: Instant;
}

type Shows = {
  readonly [Name in MandateActName]?: (payload: MandateActPayloads[Name], after: Mandate) => JsonObject;
};

/** What the entry of an act shows to a reader beside what every entry carries. */
const shows: Shows = {
  'mandate.granted': ({ organisation, date, reference }) => ({ organisation, date, reference }),
  'mandate.reported': ({ decisions }, { reports }) => {
    const report = reports.at(-1);
    return {
      report: report?.n ?? 0,
      decisions,
      dueOn: report?.dueOn ?? null,
      onTime: report?.onTime ?? true,
      spent: report?.spent ?? 0,
    };
  },
  'mandate.suspended': ({ ground }) => ({ ground }),
  'mandate.revocation_announced': ({ ground }, { revocation }) => ({
    ground,
    possibleFrom: revocation?.possibleFrom ?? null,
  }),
};

const carriedBy = ({ name: _name, by: _by, table: _table, ...carries }: MandateAct) => carries;

/** The entry of an act on a mandate: what decided, without its words, and where the mandate stood afterwards. */
export function entryOfMandateAct({ act, after, now }: DecidedOnMandate): ProcedureEntry {
  const { name, by } = act;
  const carries = carriedBy(act);
  const show = shows[name] as ((payload: unknown, after: Mandate) => JsonObject) | undefined;
  const { key } = after.terms;
  // What a published act is found by is cited, also in the log: it is no personal word.
  const cited = name === 'mandate.granted' ? { reference: act.reference } : {};
  const data = {
    mandate: key,
    ...standingOfActor(by),
    ...show?.(carries, after),
    input: { now, carries: { ...(withoutWords(carries) as JsonObject), ...cited } },
    after: placeOf(after),
  };
  return { at: now, actor: by.member, act: name, stream: mandateStream(key), data };
}

/** The entry of something that followed on a mandate, at the instant at which it was due; `after` is the mandate from then on. */
export function entryOfMandateConsequence(
  { name, at, data, explanation }: MandateConsequence,
  after: Mandate,
): ProcedureEntry {
  const { key } = after.terms;
  const why: JsonObject = explanation ? { explanation: explanation as unknown as JsonObject } : {};
  const said = { ...data, mandate: key, ...why, after: placeOf(after) };
  return { at, actor: null, act: name, stream: mandateStream(key), data: said };
}
