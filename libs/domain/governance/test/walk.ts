import { instant, type Instant } from '@tavolo/kernel';
import {
  addsUp,
  advance,
  step,
  type ActPayloads,
  type Composition,
  type Consequence,
  type Explanation,
  type Procedure,
  type ProcedureAct,
  type ProcedureActName,
  type Refusal,
} from '../src/index.js';
import { actorAt } from './tables.js';

/**
 * One procedure walked through act by act. At each step it verifies what always holds: the value survives JSON, its explanations add up,
 * nothing is overdue, and consequences come in order of time.
 */
export class Walk<P extends Procedure> {
  readonly consequences: Consequence[] = [];

  constructor(
    public procedure: P,
    readonly table: Composition,
    public now: Instant,
  ) {}

  /** The clock moves. */
  at(moment: string): this {
    this.now = instant(moment);
    const change = advance(this.procedure, this.now);
    return this.#become(change.procedure, change.consequences);
  }

  /** An act that must be accepted. */
  act<Name extends ProcedureActName>(name: Name, member: string, payload: ActPayloads[Name]): this {
    const outcome = step(this.procedure, this.#act(name, member, payload), this.now);
    if (!outcome.ok) throw new Error(`${name} by ${member} refused: ${JSON.stringify(outcome.refusal)}`);
    return this.#become(outcome.procedure, outcome.consequences);
  }

  /** Why an act is refused; the procedure stays as it is. `null` when it would be accepted. */
  refusal<Name extends ProcedureActName>(name: Name, member: string, payload: ActPayloads[Name]): Refusal | null {
    const outcome = step(this.procedure, this.#act(name, member, payload), this.now);
    return outcome.ok ? null : outcome.refusal;
  }

  get stage(): P['stage'] {
    return this.procedure.stage;
  }

  /** Names of what followed so far. */
  get followed(): readonly string[] {
    return this.consequences.map(({ name }) => name);
  }

  #act<Name extends ProcedureActName>(name: Name, member: string, payload: ActPayloads[Name]): ProcedureAct {
    return { name, by: actorAt(this.table, member), table: this.table, ...payload } as unknown as ProcedureAct;
  }

  #become(procedure: P, consequences: readonly Consequence[]): this {
    expect(JSON.parse(JSON.stringify(procedure))).toEqual(procedure);
    for (const explanation of explanationsIn([procedure, consequences])) expect(addsUp(explanation)).toBe(true);
    const instants = consequences.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort());
    expect(advance(procedure, this.now)).toEqual({ procedure, consequences: [] });
    this.procedure = procedure;
    this.consequences.push(...consequences);
    return this;
  }
}

/** Every explanation anywhere in a value. */
export function explanationsIn(value: unknown): readonly Explanation[] {
  if (typeof value !== 'object' || value === null) return [];
  const here = 'held' in value && 'children' in value ? [value as Explanation] : [];
  return [...here, ...Object.values(value).flatMap(explanationsIn)];
}
