import { motionRunner } from './motion-vectors.js';
import { vectorName, type VectorFile } from './vector-files.js';
import { runCase, type CaseOutcome } from './vector-case.js';

/** The families of voting vectors. */
type VotingFamily = 'ranked' | 'stv' | 'pb' | 'committee' | 'score' | 'motion';

/** One case of a voting vector: the election it belongs to, the exact method, and what must come out. */
export interface VotingCase {
  readonly election: Readonly<Record<string, unknown>>;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly tieBreak: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
  /** The case as it stands, for members that only some families have (`tally` of motions). */
  readonly raw: Readonly<Record<string, unknown>>;
}

/**
 * Computes one case with our own libraries: gives nothing when the answer is the expected one, or a sentence that says
 * the difference. `offers` is asked first: a method or variant that no library computes yet is not offered.
 */
export interface VotingRunner {
  offers(votingCase: VotingCase): boolean;
  check(votingCase: VotingCase): string | undefined;
}

/** The tallies that exist, by family. A library of voting methods joins by one line here. */
const VOTING_RUNNERS: Readonly<Partial<Record<VotingFamily, VotingRunner>>> = { motion: motionRunner };

/** True for a file of election vectors. */
export const isVotingVector = ({ content }: VectorFile): boolean => content.format === 'cogov-voting-vectors/1';

/** Runs every case of a file of election vectors. */
export function runVotingVector({ path, content }: VectorFile, runners = VOTING_RUNNERS): CaseOutcome[] {
  const family = String(content.family);
  const runner = Object.hasOwn(runners, family) ? runners[family as VotingFamily] : undefined;
  return ((content.cases ?? []) as Readonly<Record<string, unknown>>[]).map((raw) => {
    const name = `${vectorName(path)}: ${String(raw.id)}`;
    const votingCase: VotingCase = {
      election: (content.election ?? {}) as Readonly<Record<string, unknown>>,
      method: String(raw.method),
      params: (raw.params ?? {}) as Readonly<Record<string, unknown>>,
      tieBreak: raw.tieBreak,
      expected: (raw.expected ?? {}) as Readonly<Record<string, unknown>>,
      raw,
    };
    if (!runner?.offers(votingCase)) return { family, name, outcome: 'not offered' };
    return runCase(family, { name, check: () => runner.check(votingCase) });
  });
}
