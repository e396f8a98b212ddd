import { type ProcedureActName } from '../acts.js';
import { type AutoRegulationProcedure } from '../auto-regulation-procedure.js';
import { versionRefused, withVersion } from '../frozen-versions.js';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type Actor, type Composition } from '../seat.js';
import { binding, enter } from './stages.js';
import { signatoriesOnly, subjectOf, subjectsOf } from './subjects.js';

type CharterRule<Name extends ProcedureActName> = Rule<AutoRegulationProcedure, Name>;

/** All subjects of the table are invited, whoever began the charter. */
export const invite: CharterRule<'charter.invited'> = {
  apply: (procedure, { table }, now) => accepted({ ...enter(procedure, 'invited', now), invited: subjectsOf(table) }),
};

const inGroup = ({ drafting }: AutoRegulationProcedure, actor: Actor, table: Composition): boolean => {
  const subject = subjectOf(actor, table)?.id;
  return drafting.some((one) => one.subject === subject);
};

/** An invited subject takes part in drafting; consents to an earlier text fall, since there is one more to ask. */
export const joinDrafting: CharterRule<'drafting.joined'> = {
  guard: (procedure, actor, table) => {
    const subject = subjectOf(actor, table)?.id ?? '';
    if (!procedure.invited.some(({ id }) => id === subject))
      return refusal('not_invited', '2.3 Auto-regulation', { subject });
    return inGroup(procedure, actor, table) ? refusal('already_done', '2.2 Amends') : null;
  },
  apply: (procedure, { by, table }, now) => {
    const subject = subjectOf(by, table)?.id ?? '';
    const at = procedure.stage === 'invited' ? enter(procedure, 'drafting', now) : procedure;
    return accepted({ ...at, drafting: [...procedure.drafting, { subject, textHash: null }] });
  },
};

const groupOnly = (procedure: AutoRegulationProcedure, actor: Actor, table: Composition): Refusal | null =>
  inGroup(procedure, actor, table) ? null : refusal('not_your_role', '2.2 Amends', { needed: ['draftingGroup'] });

/** A member of the group agrees to the text as it stands; a later text needs a new consent. */
export const consentToDraft: CharterRule<'drafting.consented'> = {
  guard: groupOnly,
  apply: (procedure, { by, table, textHash }) => {
    const subject = subjectOf(by, table)?.id;
    const drafting = procedure.drafting.map((one) => (one.subject === subject ? { ...one, textHash } : one));
    return accepted({ ...procedure, drafting });
  },
};

/** Frozen by consent of the whole drafting group; while in force, a new version is an amendment that waits for all signatories. */
export const freezeCharter: CharterRule<'proposal.frozen'> = {
  guard: (procedure, actor, table) =>
    binding.includes(procedure.stage) ? amendmentRefused(procedure, actor, table) : null,
  apply: (procedure, { text }, now) => {
    const why = versionRefused(procedure.versions, text);
    if (why) return refused(why);
    const versions = withVersion(procedure.versions, text);
    if (binding.includes(procedure.stage)) {
      if (versions === procedure.versions)
        return refused(refusal('already_done', '2.1 Frozen text', { version: text.version }));
      return accepted({ ...procedure, versions, amendment: { version: text.version, accepted: [], at: now } });
    }
    const missing = procedure.drafting.filter(({ textHash }) => textHash !== text.textHash);
    if (missing.length > 0) {
      const subjects = missing.map(({ subject }) => subject);
      return refused(refusal('consent_missing', '2.2 Amends', { subjects }));
    }
    return accepted({ ...enter(procedure, 'frozen', now), versions, version: text.version });
  },
};

function amendmentRefused(procedure: AutoRegulationProcedure, actor: Actor, table: Composition): Refusal | null {
  if (procedure.amendment) return refusal('already_done', '2.3 Auto-regulation', { open: procedure.amendment.version });
  return actor.roles.length > 0 ? null : signatoriesOnly(procedure, actor, table);
}

/** Back to drafting, before signing began or after it failed; whoever had signed is asked again. */
export const reopenDrafting: CharterRule<'drafting.reopened'> = {
  apply: (procedure, _act, now) =>
    accepted({
      ...enter(procedure, 'drafting', now),
      drafting: procedure.drafting.map(({ subject }) => ({ subject, textHash: null })),
      signing: null,
      signatures: [],
      declined: [],
      condition: null,
    }),
};
