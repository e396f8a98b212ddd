import { visibleLength, type Instant } from '@tavolo/kernel';
import { choices } from '../ballot.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import {
  type RulebookChange,
  type RulebookChangeActName,
  type RulebookChangePayloads,
  type RulesOfTable,
} from '../rulebook-change.js';
import { withValueAt } from '../rulebook-parameters.js';
import { type Rulebook } from '../rulebook.js';
import { isElector, seatOf } from '../seats-of.js';
import { type Actor } from '../seat.js';
import {
  authorRefused,
  draftingRefused,
  institutionRefused,
  refusingRefused,
  secondRefused,
} from './people-of-change.js';
import {
  asNextVersion,
  closingOf,
  leastReason,
  resultOfVote,
  rulebookInWhole,
  votersOn,
  withSeatRights,
} from './rules-of-change.js';

/** An act on a change of the rules: who, at which table, and what it carries. */
export type RulebookChangeAct = {
  [Name in RulebookChangeActName]: {
    readonly name: Name;
    readonly by: Actor;
    readonly table: RulesOfTable;
  } & RulebookChangePayloads[Name];
}[RulebookChangeActName];

export type RulebookChangeOutcome =
  { readonly ok: true; readonly change: RulebookChange } | { readonly ok: false; readonly refusal: Refusal };

type ActOf<Name extends RulebookChangeActName> = Extract<RulebookChangeAct, { readonly name: Name }>;

interface ChangeRule<Name extends RulebookChangeActName> {
  readonly from: readonly RulebookChange['stage'][];
  /** What refuses the act whatever it carries; `possibleRulebookChangeActs` asks this too. */
  readonly guard: (change: RulebookChange, actor: Actor, table: RulesOfTable, now: Instant) => Refusal | null;
  /** What the act carries may refuse it too. */
  readonly refused?: (change: RulebookChange, act: ActOf<Name>, now: Instant) => Refusal | null;
  readonly apply: (change: RulebookChange, act: ActOf<Name>, now: Instant) => RulebookChange;
}

const place = '1 Rulebook';

const rules: { readonly [Name in RulebookChangeActName]: ChangeRule<Name> } = {
  'rulebook.redrafted': {
    from: ['draft'],
    guard: (change, actor, { composition }) => authorRefused(change, actor, composition, 'rulebook.redrafted'),
    refused: (_change, { rulebook, table }) => draftRefused(rulebook, table),
    apply: (change, { rulebook, table }) => ({
      ...change,
      base: nameOf(table.present),
      rulebook: underNameOf(table.present, rulebook),
    }),
  },
  'rulebook.proposed': {
    from: ['draft'],
    guard: (change, actor, table) =>
      authorRefused(change, actor, table.composition, 'rulebook.proposed') ??
      baseRefused(change, table) ??
      draftRefused(change.rulebook, table) ??
      unchangedRefused(change.rulebook, table),
    refused: (_change, { reason }) => reasonTooShort(reason),
    apply: (change, { by, table, reason }, now) => ({
      ...change,
      stage: 'proposed',
      since: now,
      proposal: {
        by: by.member,
        seat: seatOf(by, table.composition)?.id ?? null,
        at: now,
        reason,
        closesAt: closingOf(now, table.present),
        ...votersOn(table.composition),
        votes: {},
      },
    }),
  },
  'rulebook.vote_cast': {
    from: ['proposed'],
    guard: votingRefused,
    refused: (_change, { choice }) => (choices.includes(choice) ? null : refusal('unknown_option', '2.1 Ballots')),
    apply: (change, { by, choice }, now) =>
      change.proposal && by.seat !== null
        ? {
            ...change,
            proposal: {
              ...change.proposal,
              votes: { ...change.proposal.votes, [by.seat]: { choice, at: now, by: by.member } },
            },
          }
        : change,
  },
  'rulebook.confirmed': {
    from: ['proposed'],
    guard: (change, actor, table, now) =>
      secondRefused(change, actor, table.composition, 'rulebook.confirmed') ??
      institutionRefused(change, actor, table) ??
      tooEarly(change, now) ??
      baseRefused(change, table) ??
      lostRefused(change),
    apply: (change, { by, table }, now) => ({
      ...ended(change, 'adopted', by, null, now),
      rulebook: asNextVersion(change.rulebook, table.had, now),
    }),
  },
  'rulebook.refused': {
    from: ['proposed'],
    guard: (change, actor, table, now) =>
      tooEarly(change, now) ??
      (isWon(change)
        ? refusingRefused(change, actor, table)
        : secondRefused(change, actor, table.composition, 'rulebook.refused')),
    refused: (change, { reason }) => (isWon(change) ? reasonMissing(reason, '2.1 Written reasons') : null),
    apply: (change, { by, reason }, now) => ended(change, 'refused', by, reason, now),
  },
  'rulebook.withdrawn': {
    from: ['draft', 'proposed'],
    guard: (change, actor, { composition }) => authorRefused(change, actor, composition, 'rulebook.withdrawn'),
    apply: (change, { by }, now) => ended(change, 'withdrawn', by, null, now),
  },
};

const nameOf = ({ key, version }: Rulebook): RulebookChange['base'] => ({ key, version });

/** A draft bears the name and the date of the version that it changes, until it is one itself. */
const underNameOf = ({ key, version, adoptedOn, preset }: Rulebook, drafted: Rulebook): Rulebook =>
  withValueAt({ ...drafted, key, version, adoptedOn }, 'preset', preset);

/** Refuses rules of another mode, and a party that would have no vote. */
function draftRefused(rulebook: Rulebook, { present, composition }: RulesOfTable): Refusal | null {
  const otherKind = 'values' in rulebook || 'values' in present;
  if (rulebook.mode !== present.mode || otherKind) {
    return refusal('other_mode', '2.5 Changing the mode', { mode: rulebook.mode, present: present.mode });
  }
  const market = withSeatRights(rulebook, composition.seats).market;
  const deciding =
    rulebook.mode === 'planning' &&
    (rulebook.parties.includes('market') || rulebook.decision.concurrence.includes('market'));
  return market === 'voice' && deciding ? refusal('party_without_vote', place, { sector: 'market' }) : null;
}

/** Refuses to hand in rules that are those in force. */
function unchangedRefused(rulebook: Rulebook, { present, composition }: RulesOfTable): Refusal | null {
  const plain = (one: Rulebook): string =>
    rulebookInWhole(underNameOf(present, withSeatRights(one, composition.seats)));
  return plain(rulebook) === plain(present) ? refusal('nothing_changed', place) : null;
}

/** Refuses a change of rules that are in force no more: those who voted compared it with others. */
function baseRefused({ base }: RulebookChange, { present }: RulesOfTable): Refusal | null {
  return base.key === present.key && base.version === present.version
    ? null
    : refusal('rules_changed', place, { base: base.key, present: present.key });
}

function reasonTooShort(reason: string): Refusal | null {
  const given = visibleLength(reason);
  return given < leastReason ? refusal('reason_too_short', '2.1 Written reasons', { min: leastReason, given }) : null;
}

function votingRefused({ proposal }: RulebookChange, actor: Actor, table: RulesOfTable, now: Instant): Refusal | null {
  const seat = seatOf(actor, table.composition);
  if (!seat) return refusal('not_your_role', '2.1 Ballots', { act: 'rulebook.vote_cast', needed: ['votingSeat'] });
  if (seat.right === 'voice') return refusal('no_vote', '2.1 Seat', { seat: seat.id });
  if (!isElector(seat.id, proposal?.electorate ?? [])) return refusal('not_entitled', '2.1 Ballots', { seat: seat.id });
  return proposal && now >= proposal.closesAt
    ? refusal('deadline_passed', '2.1 Time limits', { deadline: proposal.closesAt })
    : null;
}

const tooEarly = ({ proposal }: RulebookChange, now: Instant): Refusal | null =>
  proposal && now < proposal.closesAt ? refusal('too_early', '2.1 Time limits', { from: proposal.closesAt }) : null;

const isWon = (change: RulebookChange): boolean =>
  change.proposal !== null && resultOfVote(change, change.proposal).verdict === 'adopted';

function lostRefused(change: RulebookChange): Refusal | null {
  if (!change.proposal) return null;
  const { verdict, explanation } = resultOfVote(change, change.proposal);
  return verdict === 'adopted' ? null : refusal('vote_lost', place, {}, explanation);
}

function ended(
  change: RulebookChange,
  stage: 'adopted' | 'refused' | 'withdrawn',
  { member }: Actor,
  reason: string | null,
  now: Instant,
): RulebookChange {
  const counted = stage === 'withdrawn' ? null : change.proposal;
  const explanation = counted && resultOfVote(change, counted).explanation;
  return { ...change, stage, since: now, ended: { by: member, at: now, reason, explanation } };
}

/** A draft of other rules within the same mode, or why this actor may not draft them. */
export function draftRulebookChange(
  { key, rulebook }: Pick<RulebookChange, 'key' | 'rulebook'>,
  by: Actor,
  table: RulesOfTable,
  now: Instant,
): RulebookChangeOutcome {
  const why = draftingRefused(by, table.composition, 'rulebook.drafted') ?? draftRefused(rulebook, table);
  if (why) return { ok: false, refusal: why };
  const change: RulebookChange = {
    key,
    base: nameOf(table.present),
    rulebook: underNameOf(table.present, rulebook),
    stage: 'draft',
    since: now,
    draftedBy: by.member,
    proposal: null,
    ended: null,
  };
  return { ok: true, change };
}

/** One act on a change: refused, or the change as it is then. Pure; `now` is when the act was received. */
export function stepRulebookChange(
  change: RulebookChange,
  act: RulebookChangeAct,
  now: Instant,
): RulebookChangeOutcome {
  // The compiler cannot follow that an act meets the rule of its own name.
  const rule = rules[act.name] as ChangeRule<RulebookChangeActName>;
  const why = actRefused(change, act.name, act.by, act.table, now) ?? rule.refused?.(change, act, now) ?? null;
  return why ? { ok: false, refusal: why } : { ok: true, change: rule.apply(change, act, now) };
}

/** What a member may do with a change of the rules, or why not. */
export interface RulebookChangePossibility {
  readonly act: RulebookChangeActName;
  readonly allowed: boolean;
  readonly refusal?: Refusal;
}

/** Every act on a change, and whether this actor may do it now; what the act carries may still be refused. */
export const possibleRulebookChangeActs = (
  change: RulebookChange,
  actor: Actor,
  table: RulesOfTable,
  now: Instant,
): readonly RulebookChangePossibility[] =>
  (Object.keys(rules) as RulebookChangeActName[]).map((act) => {
    const why = actRefused(change, act, actor, table, now);
    return why ? { act, allowed: false, refusal: why } : { act, allowed: true };
  });

function actRefused(
  change: RulebookChange,
  act: RulebookChangeActName,
  actor: Actor,
  table: RulesOfTable,
  now: Instant,
): Refusal | null {
  const { from, guard } = rules[act];
  return from.includes(change.stage)
    ? guard(change, actor, table, now)
    : refusal('wrong_stage', place, { stage: change.stage, act });
}
