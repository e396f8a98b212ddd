import { parametersOf, withValueAt, type Rulebook } from '@tavolo/governance';
import { useMemo, useState } from 'react';

/** A rulebook that is being changed: what was changed lies over a base that may itself change. */
export interface RulebookDraft {
  readonly rulebook: Rulebook;
  readonly changed: boolean;
  /** Whether something is written in a field that is no value, or a choice is missing. */
  readonly wrong: boolean;
  /** What is written in the field of a value but is none; `undefined` where the field shows the value. */
  readonly written: (path: string) => string | undefined;
  readonly change: (path: string, value: unknown) => void;
  /** Keeps what is no value in its field. */
  readonly write: (path: string, text: string) => void;
  readonly reset: () => void;
}

export function useRulebookDraft(base: Rulebook): RulebookDraft {
  const [changes, setChanges] = useState<ReadonlyMap<string, unknown>>(new Map());
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const rulebook = useMemo(
    () => [...changes].reduce((made, [path, value]) => withValueAt(made, path, value), base),
    [base, changes],
  );
  const asked = (path: string): boolean =>
    path.startsWith('provisions.') || parametersOf(rulebook).some((parameter) => parameter.path === path);
  const nobody = rulebook.mode === 'planning' && rulebook.parties.length === 0;
  return {
    rulebook,
    changed: changes.size > 0,
    // What was written of a part that is left out, or not used any more, is wrong no more.
    wrong: nobody || [...texts.keys()].some(asked),
    written: (path) => texts.get(path),
    change: (path, value) => {
      // What belongs to a part goes with the part when that is put in or left out.
      setChanges((before) => new Map([...without(before, path), [path, value]]));
      setTexts((before) => new Map(without(before, path)));
    },
    write: (path, text) => setTexts((before) => new Map([...before, [path, text]])),
    reset: () => {
      setChanges(new Map());
      setTexts(new Map());
    },
  };
}

const without = <Value>(all: ReadonlyMap<string, Value>, path: string): readonly (readonly [string, Value])[] =>
  [...all].filter(([other]) => other !== path && !other.startsWith(`${path}.`));
