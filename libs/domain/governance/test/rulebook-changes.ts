import { instant, type Instant } from '@tavolo/kernel';
import {
  carriedBy,
  draftRulebookChange,
  entryOfRulebookChange,
  stepRulebookChange,
  withRightsOf,
  type Choice,
  type Composition,
  type ProcedureEntry,
  type Refusal,
  type Rulebook,
  type RulebookChange,
  type RulebookChangeAct,
  type RulebookChangeActName,
  type RulebookChangePayloads,
  type RulesOfTable,
} from '../src/index.js';
import { tableEntries } from './logs.js';
import { actorAt } from './tables.js';

/** A table whose rules are changed act by act, with the log that comes of it. */
export class WrittenRules {
  readonly entries: ProcedureEntry[];
  now: Instant;
  table: RulesOfTable;
  #change: RulebookChange | null = null;

  constructor(composition: Composition, present: Rulebook, now: string) {
    this.now = instant(now);
    this.table = { composition, present, had: [present] };
    this.entries = tableEntries(composition, present, this.now);
  }

  get change(): RulebookChange {
    if (!this.#change) throw new Error('nothing was drafted');
    return this.#change;
  }

  at(now: string): this {
    this.now = instant(now);
    return this;
  }

  /** The same change, with other rules in force. */
  underRules(present: Rulebook): this {
    this.table = { ...this.table, present, had: [...this.table.had, present] };
    return this;
  }

  draftRefusal(member: string, rulebook: Rulebook): Refusal | null {
    const by = actorAt(this.table.composition, member);
    const outcome = draftRulebookChange({ key: 'RC-1', rulebook }, by, this.table, this.now);
    return outcome.ok ? null : outcome.refusal;
  }

  draft(member: string, rulebook: Rulebook): this {
    const by = actorAt(this.table.composition, member);
    const outcome = draftRulebookChange({ key: 'RC-1', rulebook }, by, this.table, this.now);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    this.#change = outcome.change;
    this.#write({ name: 'rulebook.drafted', by, carries: {} });
    return this;
  }

  redraft = (member: string, rulebook: Rulebook): this => this.#do('rulebook.redrafted', member, { rulebook });
  propose = (member: string, reason: string): this => this.#do('rulebook.proposed', member, { reason });
  vote = (member: string, choice: Choice): this => this.#do('rulebook.vote_cast', member, { choice });
  refuse = (member: string, reason: string | null): this => this.#do('rulebook.refused', member, { reason });
  withdraw = (member: string): this => this.#do('rulebook.withdrawn', member, {});

  /** Confirmed, the rules are those of the table. */
  confirm(member: string): this {
    this.#do('rulebook.confirmed', member, {});
    const { rulebook } = this.change;
    this.entries.push(...tableEntries({ seats: [], roles: [] }, rulebook, this.now).slice(1));
    this.table = {
      composition: withRightsOf(rulebook, this.table.composition),
      present: rulebook,
      had: [...this.table.had, rulebook],
    };
    return this;
  }

  refusalOf<Name extends RulebookChangeActName>(
    name: Name,
    member: string,
    payload: RulebookChangePayloads[Name],
  ): Refusal | null {
    const outcome = stepRulebookChange(this.change, this.#act(name, member, payload), this.now);
    return outcome.ok ? null : outcome.refusal;
  }

  #act<Name extends RulebookChangeActName>(name: Name, member: string, payload: RulebookChangePayloads[Name]) {
    const by = actorAt(this.table.composition, member);
    return { ...payload, name, by, table: this.table } as unknown as RulebookChangeAct;
  }

  #do<Name extends RulebookChangeActName>(name: Name, member: string, payload: RulebookChangePayloads[Name]): this {
    const act = this.#act(name, member, payload);
    const outcome = stepRulebookChange(this.change, act, this.now);
    if (!outcome.ok) throw new Error(`${name} by ${member}: ${outcome.refusal.code}`);
    this.#change = outcome.change;
    this.#write({ name, by: act.by, carries: carriedBy(act) });
    return this;
  }

  #write(done: Pick<Parameters<typeof entryOfRulebookChange>[0], 'name' | 'by' | 'carries'>): void {
    const entry = entryOfRulebookChange({ ...done, table: this.table, after: this.change, now: this.now });
    this.entries.push(JSON.parse(JSON.stringify(entry)) as ProcedureEntry);
  }
}
