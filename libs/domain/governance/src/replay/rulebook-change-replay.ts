import { instant, memberId, type Json, type JsonObject } from '@tavolo/kernel';
import { type RulebookChange, type RulesOfTable } from '../rulebook-change.js';
import {
  draftRulebookChange,
  stepRulebookChange,
  type RulebookChangeAct,
  type RulebookChangeOutcome,
} from '../rulebook-change/step-rulebook-change.js';
import { type Rulebook } from '../rulebook.js';
import { type Actor } from '../seat.js';
import { isObject, partingOf, type Parting } from './difference.js';
import { type ProcedureEntry } from './entries.js';
import { withStrokes } from './leaf-words.js';
import { entryOfRulebookChange } from './rulebook-change-entries.js';
import { rulebookIn } from './rulebook-in.js';
import { actorAt, sortedRoles } from './who-acted.js';

/** The changes of a table's rules, carried out again. */
export class RulebookChangeReplay {
  private readonly changes = new Map<string, RulebookChange>();

  /** Does the act of an entry again. Returns how it parts from what is recorded, or the rules that have to be adopted next, if any. */
  take(entry: ProcedureEntry, table: RulesOfTable): Parting | { readonly adopts: Rulebook | null } {
    const { change: key, text, input } = entry.data;
    const carries = isObject(input) && isObject(input.carries) ? (withStrokes(input.carries) as JsonObject) : {};
    if (typeof key !== 'string' || entry.actor === null) return unknown(entry.act);
    const by = actorAt(memberId(entry.actor), table.composition);
    const name = entry.act as 'rulebook.drafted' | RulebookChangeAct['name'];
    const outcome = this.outcome(key, { name, by, table, rulebook: rulebookIn(text), carries }, entry);
    if (outcome === null) return unknown(entry.act);
    if (!outcome.ok) return { kind: 'refused', place: '', expected: outcome.refusal.code, recorded: null };
    const { change: after } = outcome;
    const done = { name, by, table, carries: given(name, carries), after, now: entry.at };
    const found = partingOf(entryOfRulebookChange(done), {
      ...entry,
      data: { ...entry.data, ...sortedRoles(entry.data) },
    });
    if (found) return found;
    this.changes.set(key, after);
    return { adopts: after.stage === 'adopted' ? after.rulebook : null };
  }

  private outcome(
    key: string,
    { name, by, table, rulebook, carries }: Asked,
    { at }: ProcedureEntry,
  ): RulebookChangeOutcome | null {
    const known = this.changes.get(key);
    const now = instant(at);
    if (name === 'rulebook.drafted') {
      return known || !rulebook ? null : draftRulebookChange({ key, rulebook }, by, table, now);
    }
    if (!known || (name === 'rulebook.redrafted' && !rulebook)) return null;
    return stepRulebookChange(known, { ...carries, name, by, table, rulebook } as unknown as RulebookChangeAct, now);
  }
}

interface Asked {
  readonly name: 'rulebook.drafted' | RulebookChangeAct['name'];
  readonly by: Actor;
  readonly table: RulesOfTable;
  readonly rulebook: Rulebook | null;
  readonly carries: JsonObject;
}

/** Only what the act of that name carries is compared. */
function given(name: Asked['name'], { reason = null, choice = null }: JsonObject): JsonObject {
  if (name === 'rulebook.proposed' || name === 'rulebook.refused') return { reason };
  return name === 'rulebook.vote_cast' ? { choice } : {};
}

const unknown = (act: Json): Parting => ({ kind: 'unknown', place: '', expected: null, recorded: act });
