export * from './acts.js';
export * from './auto-administration-procedure.js';
export * from './auto-regulation-procedure.js';
export * from './ballot.js';
export * from './consultation-procedure.js';
export * from './expectation.js';
export * from './explanation.js';
export * from './mandate.js';
export * from './mode-change.js';
export * from './negotiating-mandate.js';
export * from './planning-procedure.js';
export * from './procedure.js';
export * from './refusal.js';
export * from './rule-places.js';
export * from './rulebook.js';
export * from './rulebook-change.js';
export * from './seat.js';
export * from './provisions.js';
export * from './conditions/condition.js';
export {
  presetKeys,
  presetKinds,
  type Preset,
  type PresetKey,
  type PresetKind,
  type PresetRules,
  type PresetSource,
} from './presets/preset.js';
export { isPresetKey, presetOf, presets, rulebookFrom, type RulebookName } from './presets/presets.js';
export { countNames, tallyOf, type CountName } from './conditions/tally-of.js';
export * from './cases/decision-case.js';
export { decideCase } from './cases/decide-case.js';
export { compareRulebooks, recountUnder, type ComparedSentence } from './compare-rulebooks.js';
export { explainShares } from './shares.js';
export {
  parametersOf,
  valueAt,
  withValueAt,
  type ParameterKind,
  type RulebookParameter,
} from './rulebook-parameters.js';
export { answersAmendments, isArgued, takesAmendments } from './amending.js';
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
  furtherSentences,
  rulebookSentences,
  rulebookSentenceKeys,
  type RulebookSentence,
  type RulebookSentenceKey,
} from './rulebook-sentences.js';
export {
  leastReason,
  nextVersionName,
  noticeDays,
  resultOfVote,
  withRightsOf,
  withSeatRights,
} from './rulebook-change/rules-of-change.js';
export {
  draftRulebookChange,
  possibleRulebookChangeActs,
  stepRulebookChange,
  type RulebookChangeAct,
  type RulebookChangeOutcome,
  type RulebookChangePossibility,
} from './rulebook-change/step-rulebook-change.js';
export { askedByRulebookChange, rulebookAsks, type RulebookAsk } from './rulebook-change/asked-of-change.js';
export {
  carriedBy,
  entryOfRulebookChange,
  rulebookChangeStream,
  type DoneWithRules,
} from './replay/rulebook-change-entries.js';
export { isSettlementComplete, type Settlement } from './planning/settlement.js';
export {
  negotiationOf,
  type ClauseInNegotiation,
  type Movement,
  type Negotiation,
  type PartyStand,
} from './planning/negotiation.js';
export { standsMissing } from './planning/consent.js';
export { closers, closingNeeds } from './ballots/early-closing.js';
export { closingTimes } from './ballots/new-ballot.js';
export { failedBallot } from './ballots/second-call.js';
export { submissionRefused } from './planning/negotiating-mandate.js';
export { benchRulebook } from './bench-rulebook.js';
export { explainAgreement } from './planning/formalisation.js';
export { withPresence } from './ballots/presence.js';
export { prevailingOf, answeredEnough, silentSectors } from './consultation/prevailing.js';
export { explainEntry, isUnanimous } from './auto-regulation/entry-condition.js';
export { subjectsOf } from './auto-regulation/subjects.js';
export { deviationOf } from './consultation/deviation.js';
export { explainReplies, unanswered } from './consultation/replying.js';
export { checkScope, type ScopeCheck } from './auto-administration/scope-check.js';
export { ledgerEntryOf } from './auto-administration/accounting.js';
export { holdersOf } from './auto-administration/holders.js';
export { withStanding } from './auto-administration/with-standing.js';
export { latestSubmission } from './auto-administration/voting.js';
export {
  advanceMandate,
  mandateProposers,
  nextMandateDue,
  possibleMandateActs,
  proposeMandate,
  stepMandate,
  type MandateAct,
  type MandatePossibility,
} from './mandate/mandate.js';
export { type MandateChange, type MandateOutcome } from './mandate/mandate-change.js';
export { mandateClockTransitions, mandateTransitions } from './mandate/mandate-transitions.js';
export { mandateStateAt, standingOf } from './mandate/standing.js';
export { explainRevocation } from './mandate/revoking.js';
export { sumsOf, withLedgerEntry } from './mandate/ledger.js';
export {
  advanceModeChange,
  modeChangeActNames,
  modeChangeClockSteps,
  nextModeChangeDue,
  possibleModeChangeActs,
  stepModeChange,
  type ModeChangeAct,
  type ModeChangePossibility,
} from './mode-change/mode-change.js';
export {
  declareEmergency,
  proposeModeChange,
  type EmergencyBeginning,
  type ModeChangeBeginning,
} from './mode-change/proposing.js';
export { type ModeChangeOutcome, type ModeChangeStep } from './mode-change/change.js';
export { modeChangeClockTransitions, modeChangeTransitions } from './mode-change/transitions.js';
export { askedByModeChange, modeChangeAsks, type ModeChangeAsk } from './mode-change/asked.js';
export { explainSupport } from './mode-change/bench.js';
export { explainEffect, freeFrom } from './mode-change/effect.js';
export { amongChanges, blockersFrom, blockersOfChanges, changesAt, type AmongChanges } from './mode-change/among.js';
export { modeBallotResult, voteFrom, votingSectors } from './mode-change/voting.js';
export { freeTextNames } from './replay/leaf-words.js';
export { clockSteps, type ClockStep } from './replay/clock-steps.js';
export { rollPartSize, voteStream } from './replay/ballot-entries.js';
export {
  beginProcedure,
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
export {
  entriesOfModeChangeAct,
  entryOfBeginning,
  entryOfModeChangeConsequence,
  modeChangeStream,
} from './replay/mode-change-entries.js';
export { type Difference, type DifferenceKind } from './replay/difference.js';
export {
  entryOfMandateAct,
  entryOfMandateConsequence,
  entryOfProposedMandate,
  mandateStream,
  type DecidedOnMandate,
} from './replay/mandate-entries.js';
export { mandateClockSteps } from './replay/mandate-steps.js';
export {
  replayLog,
  type ReplayedMandate,
  type ReplayedModeChange,
  type ReplayedProcedure,
  type ReplayReport,
  type Unreplayable,
} from './replay/replay-log.js';
