import { localDateOf, plusDays, startOfDay, type Instant, type JsonObject } from '@tavolo/kernel';
import { branch, factLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import { modeChangeDays, needsConsent, type Blocker, type ModeChange } from '../mode-change.js';
import { become, type ModeChangeStep } from './change.js';

/** The last consent is given: seven calendar days later, as the day begins, the change may take effect (domain.md 2.5; it does not move). */
export function standStill(change: ModeChange, at: Instant): ModeChange {
  const { zone } = change.from;
  const effectiveFrom = startOfDay(plusDays(localDateOf(at, zone), modeChangeDays.standstill), zone);
  return { ...become(change, 'standstill', at), effectiveFrom };
}

/** The first moment from `from` on at which nothing stands in the way; `null` while something does of which no end is known. */
export function freeFrom(from: Instant, blockers: readonly Blocker[]): Instant | null {
  let at: Instant = from;
  for (;;) {
    const blocker = blockingAt(at, blockers);
    if (!blocker) return at;
    if (blocker.until === null) return null;
    at = blocker.until;
  }
}

/** What stands in the way at that moment, or `undefined`. */
export const blockingAt = (at: Instant, blockers: readonly Blocker[]): Blocker | undefined =>
  blockers.find(({ from, until }) => from <= at && (until === null || until > at));

/** Why it takes effect, or not yet: what each rule of 2.5 asks for. */
export function explainEffect(change: ModeChange, at: Instant, blockers: readonly Blocker[]): Explanation {
  const { kind, adoption, answer, effectiveFrom, rulebook } = change;
  const blocker = blockingAt(at, blockers);
  const free = factLeaf('mode_change.nothingOpen', blocker === undefined, {
    rule: '2.5 Effect',
    values: blocker ? { what: blocker.what, key: blocker.key } : {},
  });
  if (kind === 'emergency') {
    const reasoned = factLeaf('mode_change.emergency', true, { rule: '2.5 Emergency' });
    return branch('mode_change.effect', 'all', [reasoned, free], { rule: '2.5 Effect' });
  }
  const consent = needsConsent(rulebook.mode)
    ? factLeaf('mode_change.consent', answer?.outcome === 'consented', { rule: '2.5 Consent' })
    : factLeaf('mode_change.consentNotNeeded', true, { rule: '2.5 Consent' });
  const days = factLeaf('mode_change.standstill', effectiveFrom !== null && at >= effectiveFrom, {
    rule: '2.5 Effect',
    values: { days: modeChangeDays.standstill, ...(effectiveFrom !== null && { from: effectiveFrom }) },
  });
  const vote = factLeaf('mode_change.vote', adoption !== null, {
    rule: '2.5 Ballot',
    values: adoption ? { ballot: adoption.ballot } : {},
  });
  return branch('mode_change.effect', 'all', [vote, consent, days, free], { rule: '2.5 Effect' });
}

/** The mode changes now. */
export function takeEffect(change: ModeChange, at: Instant, blockers: readonly Blocker[]): ModeChangeStep {
  const { from, rulebook, endsAt } = change;
  const data: JsonObject = { from: from.mode, to: rulebook.mode, ...(endsAt !== null && { until: endsAt }) };
  const explanation = explainEffect(change, at, blockers);
  return {
    change: { ...become(change, 'in_force', at), effectiveAt: at },
    consequences: [{ name: 'mode_change.took_effect', at, data, explanation }],
  };
}

/** The days of the emergency act are over: the rules before it return, if it had taken effect. */
export function endEmergency(change: ModeChange, at: Instant): ModeChangeStep {
  const { from, rulebook, effectiveAt } = change;
  const data = { from: rulebook.mode, to: from.mode, hadEffect: effectiveAt !== null };
  return {
    change: become(change, 'ended', at),
    consequences: [{ name: 'mode_change.emergency_ended', at, data }],
  };
}
