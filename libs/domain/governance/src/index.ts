export * from './acts.js';
export * from './auto-regulation-procedure.js';
export * from './ballot.js';
export * from './consultation-procedure.js';
export * from './expectation.js';
export * from './explanation.js';
export * from './planning-procedure.js';
export * from './procedure.js';
export * from './refusal.js';
export * from './rule-places.js';
export * from './rulebook.js';
export * from './seat.js';
export * from './conditions/condition.js';
export { isConcluded } from './concluded.js';
export { addsUp, holds } from './explain.js';
export { decideRule, type RuleVerdict } from './conditions/decide.js';
export { powerOf, wins, type Power, type PowerOfRule, type VotingGame, type WeightedSeat } from './power/power.js';
export { hasLeft } from './recused.js';
export { quorumOf, type Quorum, type QuorumQuestion } from './quorum.js';
export { outstanding, tallyBallot } from './tally-ballot.js';
export { RefusalError } from './refuse.js';
export { advance, nextDue, possibleActs, startProcedure, step } from './step.js';
export { expectations, mayWriteText, writingRefused } from './participation.js';
export { decidingInstitution, whoDecides, whoDecidesKeys, type WhoDecides, type WhoDecidesKey } from './who-decides.js';
export { whatIf, type SupposedSector } from './what-if.js';
export {
  rulebookSentences,
  rulebookSentenceKeys,
  type RulebookSentence,
  type RulebookSentenceKey,
} from './rulebook-sentences.js';
export { isSettlementComplete, type Settlement } from './planning/settlement.js';
export { standsMissing } from './planning/consent.js';
export { closers, closingNeeds } from './planning/early-closing.js';
export { closingTimes, failedBallot } from './planning/open-ballot.js';
export { explainAgreement } from './planning/formalisation.js';
export { withPresence } from './planning/presence.js';
export { prevailingOf, answeredEnough, silentSectors } from './consultation/prevailing.js';
export { explainEntry, isUnanimous } from './auto-regulation/entry-condition.js';
export { subjectsOf } from './auto-regulation/subjects.js';
export { deviationOf } from './consultation/deviation.js';
export { explainReplies, unanswered } from './consultation/replying.js';
export { freeTextNames } from './replay/leaf-words.js';
export { clockSteps, type ClockStep } from './replay/clock-steps.js';
export { rollPartSize, voteStream } from './replay/ballot-entries.js';
export {
  decidedData,
  entriesOfAct,
  entryOfConsequence,
  headOfProposal,
  proposalStream,
  standingOfActor,
  startedData,
  type Beginning,
  type Decided,
  type ProcedureEntry,
} from './replay/entries.js';
export { type Difference, type DifferenceKind } from './replay/difference.js';
export { replayLog, type ReplayedProcedure, type ReplayReport, type Unreplayable } from './replay/replay-log.js';
