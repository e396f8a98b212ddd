import { type JsonObject } from '@tavolo/kernel';
import { type ProcedureActName } from '../acts.js';
import { type MandateStanding } from '../mandate.js';
import { type ActOf } from '../mode-procedure.js';
import { type Procedure } from '../procedure.js';
import { givenMandate } from '../negotiating-mandate.js';
import { negotiationRound } from '../planning/negotiation.js';
import { ballotOf, openedData } from './ballot-entries.js';

/** An act that was done: what it carried, and the procedure before and after it. */
export interface Done<Name extends ProcedureActName = ProcedureActName> {
  readonly proposal: string;
  readonly act: ActOf<Name>;
  readonly before: Procedure;
  readonly after: Procedure;
}

type Shows = { readonly [Name in ProcedureActName]?: (done: Done<Name>) => JsonObject };

const latestText = ({ versions }: Procedure) => versions.at(-1) ?? null;
const latestRound = (procedure: Procedure) =>
  procedure.mode === 'planning' ? (procedure.consentRounds.at(-1) ?? null) : null;
const mandatesOf = (procedure: Procedure) => (procedure.mode === 'planning' ? (procedure.mandates ?? []) : []);
const ofMandate = ({ act: { mandate } }: { readonly act: { readonly mandate: number } }): JsonObject => ({ mandate });
const ofSubject = ({ act: { subject } }: { readonly act: { readonly subject: string } }): JsonObject => ({ subject });
const ofBreach = ({ act: { breach } }: { readonly act: { readonly breach: number } }): JsonObject => ({ breach });
const ofHash = ({ act: { textHash } }: { readonly act: { readonly textHash: string } }): JsonObject => ({ textHash });

/** The mandate that decided with it: its state, its ceiling, and what was left; amounts in cents. */
const standingShown = (standing: MandateStanding): JsonObject => {
  const { key, state, perDecision, budget, left, suspendsAt, expiresAt, endedAt } = standing;
  return { mandate: key, standing: { state, perDecision, budget, left, suspendsAt, expiresAt, endedAt } };
};

/**
 * What the entry of an act shows to a reader beside what every entry carries: ids, enumerations, counts, hashes. An act that is not named
 * shows nothing more; what decided is in its `input` all the same, so a further mode needs no line here.
 */
const shows: Shows = {
  'proposal.frozen': ({ act: { text } }) => ({
    version: text.version,
    textHash: text.textHash,
    stateHash: text.stateHash,
  }),
  'negotiation_round.opened': ({ after }) => ({ round: after.mode === 'planning' ? negotiationRound(after) : null }),
  'stand.stated': ({ act: { clause, textHash, stand }, after }) => ({
    clause,
    textHash,
    stand,
    round: after.mode === 'planning' ? negotiationRound(after) : null,
  }),
  'settlement.confirmed': ofHash,
  'proposal.settled': ({ act: { text } }) => ({ version: text.version, textHash: text.textHash }),
  'ratification.requested': ({ act: { sector } }) => ({ sector }),
  'consent_round.opened': ({ after }) => {
    const round = latestRound(after);
    return round ? { round: round.n, version: round.version, eligible: round.electorate.length } : {};
  },
  'consent.given': ({ act: { stand }, before }) => {
    const round = latestRound(before);
    return { stand, round: round?.n ?? null, version: round?.version ?? null };
  },
  'consent_round.closed': ({ after }) => {
    const round = latestRound(after);
    return round?.outcome
      ? {
          round: round.n,
          version: round.version,
          verdict: round.outcome.verdict,
          explanation: round.outcome.explanation as unknown as JsonObject,
        }
      : {};
  },
  'seat.recused': ({ act: { by }, after }) => {
    const ballots = 'ballots' in after ? after.ballots : [];
    const open = ballots.find(({ state }) => state === 'open' || state === 'suspended');
    return { member: by.member, ...(open && { vote: open.key, eligible: open.electorate.length }) };
  },
  'vote.opened': ({ proposal, act: { key, mandate }, after }) => ({
    ...openedData(ballotOf(after, key), { proposal }),
    ...(mandate && standingShown(mandate)),
  }),
  'vote.cast': ({ act: { ballot, choice } }) => ({ vote: ballot, option: choice }),
  'vote.closed': ({ act: { ballot } }) => ({ vote: ballot }),
  'ballot.early_closing_requested': ({ act: { ballot } }) => ({ vote: ballot }),
  'agreement.formalised': ({ act: { kind, reviewOn, responsibilities, commitments, measures } }) => ({
    kind,
    reviewOn,
    responsibilities: responsibilities.length,
    commitments: commitments.length,
    measures: measures.length,
    commitmentsDueOn: commitments.map(({ dueOn }) => dueOn),
  }),
  'consultation.opened': ({ act: { closesOn, urgentReason, text }, after }) => ({
    closesOn,
    closesAt: after.deadline,
    urgent: urgentReason !== null,
    version: text.version,
    textHash: text.textHash,
    entitled: after.mode === 'consultation' ? after.entitled.length : 0,
  }),
  'assessment.submitted': ({ act: { key, position, clause }, after }) => ({
    assessment: key,
    position,
    clause,
    version: latestText(after)?.version ?? 0,
  }),
  'reply.published': ({ act: { key, assessments, outcome } }) => ({ reply: key, assessments, outcome }),
  'decision.recorded': ({ act: { outcome, version }, after }) => {
    if (after.mode !== 'consultation' || !after.decision) return { outcome, version };
    return {
      outcome,
      version,
      textHash: latestText(after)?.textHash ?? null,
      prevailing: after.prevailing?.leaning ?? null,
      deviation: after.decision.deviation.held,
      explanation: after.decision.deviation as unknown as JsonObject,
    };
  },
  'drafting.consented': ofHash,
  'charter.signed': ({ act: { subject, reservations } }) => ({
    subject,
    reserved: reservations.map(({ clause }) => clause),
  }),
  'charter.declined': ofSubject,
  'withdrawal.announced': ofSubject,
  'charter.amendment_accepted': ofSubject,
  'charter.left': ofSubject,
  'breach.raised': ofSubject,
  'breach.found': ofBreach,
  'exclusion.supported': ofBreach,
  'charter.commitment_assigned': ({ act: { holder, clause, dueOn } }) => ({ holder, clause, dueOn }),
  'negotiating_mandate.proposed': ({ act: { spokesperson, deputy, until }, after }) => ({
    mandate: mandatesOf(after).at(-1)?.n ?? 0,
    spokesperson,
    deputy,
    until,
  }),
  'negotiating_mandate.supported': ofMandate,
  'negotiating_mandate.end_supported': ofMandate,
  'joint_proposal.submitted': ({ act: { receiver, proposal }, before }) => ({
    receiver,
    submitted: proposal,
    mandate: givenMandate(mandatesOf(before))?.n ?? 0,
  }),
  'decision.submitted': ({ act: { terms, text, mandate } }) => ({
    version: text.version,
    textHash: text.textHash,
    amount: terms.amount,
    area: terms.area,
    expenseType: terms.expenseType,
    exclusions: terms.exclusions,
    beneficiaries: terms.beneficiaries,
    ...standingShown(mandate),
  }),
  'decision.called_in': ({ act: { ground } }) => ({ ground }),
  'call_in.ruled': ({ act: { upheld } }) => ({ upheld }),
  'institution.answered': ({ act: { outcome } }) => ({ outcome }),
  'decision.reported': ({ act: { report }, before }) => ({
    report,
    mandate: before.mode === 'auto_administration' ? before.mandate.key : null,
  }),
};

/** What the entry of this act shows. */
export function shownOf(done: Done): JsonObject {
  const show = shows[done.act.name] as ((done: Done) => JsonObject) | undefined;
  return show?.(done) ?? {};
}
