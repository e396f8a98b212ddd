import { UsageError, parseArguments, type Command } from '../command.js';
import { isAuditVector, runAuditVector } from '../conformance/audit-vectors.js';
import type { CaseOutcome } from '../conformance/vector-case.js';
import { readVectorFile, vectorName, vectorPaths, type VectorFile } from '../conformance/vector-files.js';
import { isVotingVector, runVotingVector } from '../conformance/voting-vectors.js';

/** `tavolo conformance`: public test vectors against our own libraries. */
export const conformance: Command = {
  name: 'conformance',
  summary: 'run public test vectors against these libraries',
  help: `tavolo conformance FOLDER [FOLDER]...

Reads every *.json and *.json.gz below the folders and runs each test case of a known kind with the
libraries of this workspace. Prints each failed case, then the counts of each family, then
"N passed, N failed". Cases that no library computes yet are counted as not offered: they neither
pass nor fail.

Exit code: 0 nothing failed, 1 a case failed, 2 bad usage or nothing to run.`,
  run(args, terminal) {
    const { positionals } = parseArguments(args, {});
    if (positionals.length === 0) throw new UsageError('conformance needs a FOLDER with test vectors.');
    const outcomes: CaseOutcome[] = [];
    for (const path of vectorPaths(positionals, terminal.folder)) {
      for (const outcome of outcomesOf(path)) {
        outcomes.push(outcome);
        if (outcome.outcome === 'failed') {
          terminal.print(`FAILED ${outcome.family} ${outcome.name}: ${outcome.reason ?? ''}`);
        }
      }
    }
    if (outcomes.length === 0) throw new UsageError('There are no test vectors in these folders.');
    for (const line of familyLines(outcomes)) terminal.print(line);
    const [passed, failed] = [count(outcomes, 'passed'), count(outcomes, 'failed')];
    terminal.print(`${passed} passed, ${failed} failed`);
    return failed > 0 ? 1 : 0;
  },
};

function outcomesOf(path: string): CaseOutcome[] {
  let file: VectorFile;
  try {
    file = readVectorFile(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ family: 'unreadable', name: vectorName(path), outcome: 'failed', reason }];
  }
  if (isVotingVector(file)) return runVotingVector(file);
  return isAuditVector(file) ? runAuditVector(file) : [];
}

function familyLines(outcomes: readonly CaseOutcome[]): string[] {
  const families = [...new Set(outcomes.map(({ family }) => family))];
  return families.map((family) => {
    const own = outcomes.filter((outcome) => outcome.family === family);
    const counts = [`${count(own, 'passed')} passed`, `${count(own, 'failed')} failed`];
    const missing = count(own, 'not offered');
    return `${family.padEnd(16)} ${[...counts, ...(missing > 0 ? [`${missing} not offered`] : [])].join(', ')}`;
  });
}

const count = (outcomes: readonly CaseOutcome[], wanted: CaseOutcome['outcome']) =>
  outcomes.filter(({ outcome }) => outcome === wanted).length;
