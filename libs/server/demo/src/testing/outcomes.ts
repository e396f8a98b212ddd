import {
  advance,
  deviationOf,
  explainEntry,
  isUnanimous,
  type AutoAdministrationProcedure,
  type AutoRegulationProcedure,
  explainReplies,
  prevailingOf,
  unanswered,
  type Ballot,
  type ConsultationProcedure,
  type Count,
} from '@tavolo/governance';
import { localDateOf, type Instant } from '@tavolo/kernel';
import { type MandateView } from '@tavolo/contracts';
import {
  type ExpectedBallot,
  type ExpectedCharter,
  type ExpectedConsultation,
  type ExpectedMandate,
} from './expected.js';

const dayMs = 86_400_000;

/** What came of a ballot, in the words of the data. */
export function outcomeOfBallot(ballot: Ballot, ref: string): ExpectedBallot {
  const { result } = ballot;
  if (!result) throw new Error(`${ballot.key} has no result`);
  return {
    ref,
    version: ballot.version,
    ...counted(result.total),
    recused: result.recused,
    bySector: Object.fromEntries(Object.entries(result.bySector).map(([sector, count]) => [sector, counted(count)])),
    quorumOverall: result.quorumOverall,
    quorumPerSector: result.quorumPerSector,
    base: result.base,
    majority: result.majority,
    sectorConcurrence: result.sectorConcurrence,
    result: result.verdict,
    reason: result.reason,
  };
}

/** What came of a consultation so far, in the words of the data; `holders` names seats by the people of the data. */
export function outcomeOfConsultation(
  procedure: ConsultationProcedure,
  holders: ReadonlyMap<string, string>,
): Omit<ExpectedConsultation, 'deviationStatementChars'> & { deviationStatementChars: number | null } {
  const { assessments, entitled, decision, replyDue, window } = procedure;
  const prevailing = procedure.prevailing ?? prevailingOf(procedure);
  const answered = assessments.length - unanswered(procedure).length;
  const closesAt = window?.closesAt ?? null;
  return {
    entitledSeats: entitled.length,
    assessments: assessments.length,
    responseRate: assessments.length / entitled.length,
    silentSeats: prevailing.silent.map((seat) => holders.get(seat) ?? seat).sort(),
    supportive: prevailing.supportive,
    contrary: prevailing.contrary,
    prevailing: prevailing.leaning,
    prevailingBySector: Object.fromEntries(
      Object.entries(prevailing.bySector).map(([sector, { leaning }]) => [sector, leaning]),
    ),
    answered,
    coverage: answered / assessments.length,
    canBeDecided: explainReplies(procedure).held,
    deviation: decision !== null && deviationOf(procedure, decision.outcome).held,
    deviationStatementChars: decision?.statement?.length ?? null,
    daysToDecision: decision && closesAt ? Math.ceil((Date.parse(decision.at) - Date.parse(closesAt)) / dayMs) : null,
    late: decision !== null && replyDue !== null && decision.at > replyDue,
  };
}

/** What came of a charter, now and at a later moment, in the words of the data; `organisations` names subjects by the keys of the data. */
export function outcomeOfCharter(
  procedure: AutoRegulationProcedure,
  later: Instant,
  organisations: ReadonlyMap<string, string>,
): ExpectedCharter {
  const { signatures, declined, invited, inForceSince, rulebook } = procedure;
  const spoken = [...signatures, ...declined].map(({ subject }) => subject);
  const undecided = invited.map(({ id }) => id).filter((id) => !spoken.includes(id));
  const keys = (subjects: readonly string[]) => subjects.map((id) => organisations.get(id) ?? id).sort();
  return {
    now: standing(procedure),
    inForceOn: inForceSince === null ? '' : localDateOf(inForceSince, rulebook.zone),
    'afterWithdrawalOn2027-01-15': standing(advance(procedure, later).procedure),
    notSigned: { declined: keys(declined.map(({ subject }) => subject)), undecided: keys(undecided) },
    unanimous: isUnanimous(procedure),
  };
}

/** What came of a mandate, in the words of the data, from its view and the procedures of its decisions by key. */
export function outcomeOfMandate(
  { sums, state, report }: Pick<MandateView, 'sums' | 'state' | 'report'>,
  decisions: ReadonlyMap<string, AutoAdministrationProcedure>,
): ExpectedMandate {
  const all = [...decisions];
  return {
    spentEur: sums.spent / 100,
    remainingEur: sums.left / 100,
    status: state,
    blocked: Object.fromEntries(all.flatMap(([key, { block }]) => (block ? [[key, whyBlocked(block)]] : []))),
    calledIn: Object.fromEntries(
      all.flatMap(([key, { callIns }]) => callIns.map(({ version, ground }) => [`${key} v${version}`, ground])),
    ),
    reportDueInDays: report?.inDays ?? Number.NaN,
  };
}

/** `per_decision_ceiling: 9200 > 8000`, from the part of the check that does not hold. */
function whyBlocked({ reason, explanation }: NonNullable<AutoAdministrationProcedure['block']>): string {
  const { have, needed } = explanation.children.find(({ held }) => !held)?.values ?? {};
  return `${reason}: ${Number(have) / 100} > ${Number(needed) / 100}`;
}

const standing = (procedure: AutoRegulationProcedure): ExpectedCharter['now'] => ({
  signatories: procedure.signatures.length,
  sectors: [...new Set(procedure.signatures.map(({ sector }) => sector))].sort(),
  conditionMet: explainEntry(procedure).held,
});

const counted = ({ eligible, tookPart, yes, no, abstain }: Count) => ({
  eligible,
  took_part: tookPart,
  yes,
  no,
  abstain,
});
