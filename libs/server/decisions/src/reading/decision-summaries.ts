import { type DecisionSummary } from '@tavolo/contracts';
import {
  type AutoAdministrationProcedure,
  type AutoRegulationProcedure,
  type Ballot,
  type ConsultationProcedure,
  type PlanningProcedure,
  type Procedure,
} from '@tavolo/governance';
import { type ProposalRow } from '@tavolo/server-proposals';

type Decided = Pick<DecisionSummary, 'version' | 'ballot' | 'verdict' | 'deviation' | 'at'>;

/** What has been decided on a proposal, oldest first: each counted ballot, a decision by consent or by the institution, a final end. */
export function decisionsOn({ key, title, procedure }: ProposalRow): DecisionSummary[] {
  const rulebook = procedure.rulebook.key;
  const decided = decidedOn(procedure);
  return decided.map((decision) => ({ proposal: key, title, rulebook, ...decision }));
}

function decidedOn(procedure: Procedure): Decided[] {
  switch (procedure.mode) {
    case 'planning':
      return byTable(procedure);
    case 'consultation':
      return byInstitution(procedure);
    case 'auto_regulation':
      return byEach(procedure);
    case 'auto_administration':
      return byHolders(procedure);
  }
}

/** Each counted ballot of the holders, and what became of what they decided: blocked, annulled, effective. */
function byHolders(procedure: AutoAdministrationProcedure): Decided[] {
  const { ballots, adoption, block, effectiveSince, stage, since } = procedure;
  const version = adoption?.version ?? latest(procedure);
  const end = (verdict: Decided['verdict'], at: Decided['at']): Decided => ({
    version,
    ballot: null,
    verdict,
    deviation: false,
    at,
  });
  return [
    ...countedOf(ballots),
    ...(block ? [end('blocked', block.at)] : []),
    ...(stage === 'annulled' ? [end('annulled', since)] : []),
    ...(effectiveSince ? [end('effective', effectiveSince)] : []),
  ];
}

/** A charter is decided by nobody for another: it came into force, or it did not. */
function byEach(procedure: AutoRegulationProcedure): Decided[] {
  const { inForceSince, versions, version, stage, since } = procedure;
  const first = { version: versions[0]?.version ?? 0, ballot: null, deviation: false };
  const entered: Decided[] = inForceSince ? [{ ...first, verdict: 'in_force', at: inForceSince }] : [];
  const ended = stage === 'lapsed' || stage === 'not_in_force';
  return ended ? [...entered, { ...first, version: version ?? first.version, verdict: stage, at: since }] : entered;
}

function byTable(procedure: PlanningProcedure): Decided[] {
  const { ballots, adoption, stage, since } = procedure;
  const counted = countedOf(ballots);
  const byConsent: Decided[] =
    adoption?.by === 'consent'
      ? [{ version: adoption.version, ballot: null, verdict: 'adopted', deviation: false, at: adoption.at }]
      : [];
  const ended = stage === 'inadmissible' || stage === 'not_agreed' ? [ending(procedure, stage, since)] : [];
  return [...counted, ...byConsent, ...ended];
}

const countedOf = (ballots: readonly Ballot[]): Decided[] =>
  ballots.flatMap(({ key, version, closedAt, result }): Decided[] =>
    result && closedAt ? [{ version, ballot: key, verdict: result.verdict, deviation: false, at: closedAt }] : [],
  );

function byInstitution(procedure: ConsultationProcedure): Decided[] {
  const { decision, stage, since } = procedure;
  if (stage === 'lapsed') return [ending(procedure, stage, since)];
  if (!decision) return [];
  const { outcome, version, deviation, at } = decision;
  return [{ version: version ?? latest(procedure), ballot: null, verdict: outcome, deviation: deviation.held, at }];
}

const ending = (
  procedure: PlanningProcedure | ConsultationProcedure,
  verdict: 'inadmissible' | 'not_agreed' | 'lapsed',
  at: Decided['at'],
): Decided => ({ version: latest(procedure), ballot: null, verdict, deviation: false, at });

const latest = ({ versions }: Pick<Procedure, 'versions'>): number => versions.at(-1)?.version ?? 0;
