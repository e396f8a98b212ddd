import { keySchema, rulebookChangeBodies } from '@tavolo/contracts';
import {
  carriedBy,
  entryOfRulebookChange,
  stepRulebookChange,
  type Actor,
  type DoneWithRules,
  type Refusal,
  type RulebookChange,
  type RulebookChangeAct,
  type RulebookChangeActName,
  type RulesOfTable,
} from '@tavolo/governance';
import { Act, DomainRefusal, NotAllowed, type ActContext, type DisclosureDraft } from '@tavolo/server-platform';
import { type z } from 'zod';
import { type TableFacts } from '../policy/table-facts.js';
import { type TablePolicy } from '../policy/table-policy.js';
import { recordAdoption } from './adopt-rulebook.act.js';
import { changeOf, saveChange, versionsAlone } from './rulebook-changes.repository.js';
import { putInForce } from './rulebook-in-force.repository.js';

/** Not this member: 403. Not any more, or not yet: 409. Everything else: 422. */
const statuses: Partial<Record<Refusal['code'], 403 | 409>> = {
  not_your_role: 403,
  no_vote: 403,
  not_entitled: 403,
  second_person_required: 403,
  institution_missing: 403,
  wrong_stage: 409,
  too_early: 409,
  deadline_passed: 409,
  rules_changed: 409,
  other_mode: 409,
  vote_lost: 409,
};

/** The refusal of the domain as the answer to a request. */
export function refuseChange(refusal: Refusal): DomainRefusal {
  const status = statuses[refusal.code];
  return new DomainRefusal(refusal, status === undefined ? {} : { status });
}

/** A table whose rules somebody changes, while nobody else does. Throws `NotFound`, and `NotAllowed` for who is no member. */
export async function rulesAlone(
  policy: TablePolicy,
  { who, manager }: ActContext,
  key: string,
): Promise<{ readonly table: TableFacts; readonly by: Actor; readonly rules: RulesOfTable }> {
  const { id } = (await policy.of(who, key, manager)).table;
  const had = await versionsAlone(manager, id);
  // Read again: what was in force before the lock was given may not be any more.
  const { table, actor } = await policy.of(who, id, manager);
  if (!actor) throw new NotAllowed('seat');
  return {
    table,
    by: actor,
    rules: { composition: await policy.composition(id, manager), present: table.rulebook, had },
  };
}

/** Records an act on a change, and says it to those who look at the table. What was written is an erasable part, of whoever wrote it. */
export function recordChange(context: ActContext, table: TableFacts, done: DoneWithRules): void {
  const { reason } = done.carries;
  const subject = context.who.kind === 'person' ? context.who.person : null;
  const disclosures: DisclosureDraft[] = typeof reason === 'string' ? [{ name: 'reason', value: reason, subject }] : [];
  const { stream, actor, data } = entryOfRulebookChange(done);
  context.record({ space: table.space, act: done.name, stream, actor, data, disclosures });
  context.announce({ table: table.key, act: done.name, subject: stream });
}

/** What an act on a change is called with, besides what it carries. */
const addressed = { table: keySchema, change: keySchema };

/**
 * One act on a change of the rules. Confirmed by the second person, they are in force from then on: ballots and proposals that are under way
 * keep the version with which they began.
 */
export class RulebookChangeActOf<Name extends RulebookChangeActName> extends Act<unknown, { readonly change: string }> {
  readonly command: z.ZodType;

  constructor(
    readonly name: Name,
    private readonly policy: TablePolicy,
  ) {
    super();
    this.command = rulebookChangeBodies[name].extend(addressed);
  }

  async execute(command: unknown, context: ActContext): Promise<{ readonly change: string }> {
    const { table: tableKey, change: key, ...payload } = command as { table: string; change: string };
    const { manager, now } = context;
    const { table, by, rules } = await rulesAlone(this.policy, context, tableKey);
    const { body: before } = await changeOf(manager, table.id, key);
    const act = { ...payload, name: this.name, by, table: rules } as unknown as RulebookChangeAct;
    const outcome = stepRulebookChange(before, act, now);
    if (!outcome.ok) throw refuseChange(outcome.refusal);
    const { change } = outcome;
    await saveChange(manager, table.id, change);
    recordChange(context, table, { name: this.name, by, table: rules, carries: carriedBy(act), after: change, now });
    if (change.stage === 'adopted') await this.adopt(context, table, by, change);
    return { change: key };
  }

  private async adopt(
    context: ActContext,
    table: TableFacts,
    { member }: Actor,
    { rulebook }: RulebookChange,
  ): Promise<void> {
    await putInForce(context, table.id, rulebook);
    recordAdoption(context, table, rulebook, member);
    context.announce({ table: table.key, act: 'rulebook.adopted', subject: `table:${table.key}` });
  }
}
