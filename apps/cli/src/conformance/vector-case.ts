/** What became of one case: `not offered` when no library computes it yet. */
export interface CaseOutcome {
  readonly family: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'not offered';
  /** Why it failed. */
  readonly reason?: string;
}

/** One case before it is run. `check` throws, or returns a sentence, when our answer is not the expected one. */
export interface VectorCase {
  readonly name: string;
  readonly check: () => string | undefined;
}

/** Runs one case; an exception is a failure with its message. */
export function runCase(family: string, { name, check }: VectorCase): CaseOutcome {
  try {
    const reason = check();
    return reason === undefined ? { family, name, outcome: 'passed' } : { family, name, outcome: 'failed', reason };
  } catch (error) {
    return { family, name, outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** A sentence when the two texts differ. */
export function differs(found: string, expected: string): string | undefined {
  return found === expected ? undefined : `found ${found.slice(0, 200)}, expected ${expected.slice(0, 200)}`;
}

/** A sentence when the action is refused although it must not be, or the other way round. */
export function refusalDiffers(action: () => unknown, mustRefuse: boolean): string | undefined {
  try {
    action();
  } catch (error) {
    return mustRefuse ? undefined : `refused: ${error instanceof Error ? error.message : String(error)}`;
  }
  return mustRefuse ? 'accepted, but must be refused' : undefined;
}
