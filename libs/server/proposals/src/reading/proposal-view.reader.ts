import { Injectable } from '@nestjs/common';
import { type MemberView, type ProposalView, type VersionView } from '@tavolo/contracts';
import {
  mayWriteText,
  writingRefused,
  type Composition,
  type PlanningProcedure,
  type Procedure,
} from '@tavolo/governance';
import { Clock, NotFound, type Who } from '@tavolo/server-platform';
import { OrganisationReader, TablePeople, TablePolicy, type Standing } from '@tavolo/server-tables';
import { compositionOf } from '@tavolo/contracts';
import { at, ProposalRows, summaryOf, type WholeProposal } from './proposal-rows.reader.js';
import { mayRead } from './readership.js';

/** A proposal for one reader, as it stands now. */
@Injectable()
export class ProposalViewReader {
  constructor(
    private readonly rows: ProposalRows,
    private readonly policy: TablePolicy,
    private readonly people: TablePeople,
    private readonly organisations: OrganisationReader,
    private readonly clock: Clock,
  ) {}

  /** The whole proposal of that key or id. Throws `NotFound` when there is none that this reader may know of. */
  async view(who: Who, keyOrId: string): Promise<ProposalView> {
    const { proposal, standing } = await this.find(who, keyOrId);
    const { table, me } = standing;
    const now = this.clock.now();
    const current = at(proposal, now);
    const { seats, roles, others } = await this.people.of(standing, mentioned(current));
    const composition = compositionOf({ seats, roles });
    const seated = seats.map(({ organisation }) => organisation?.id);
    const elsewhere = organisationsIn(current.procedure).filter((id) => !seated.includes(id));
    return {
      ...summaryOf(current),
      table: { key: table.key, name: table.name, mode: table.rulebook.mode, visibility: table.visibility },
      sponsors: [...current.sponsors],
      procedure: current.procedure,
      seats,
      roles,
      me,
      formerMembers: others,
      organisations: await this.organisations.named(elsewhere),
      ...(current.joint && { jointly: await this.organisations.named(current.joint.organisations) }),
      versions: [...current.versions],
      amendments: [...current.amendments],
      document: {
        id: current.id,
        language: current.language,
        right: rightOn(current.procedure, standing, composition, now),
        frozen: isFrozen(current.procedure, composition, now),
      },
      revision: current.revision,
      now,
    };
  }

  /** One frozen version. */
  async version(who: Who, keyOrId: string, n: number): Promise<VersionView> {
    const { proposal } = await this.find(who, keyOrId);
    const version = proposal.versions.find((one) => one.n === n);
    if (!version) throw new NotFound('version');
    return version;
  }

  /** The proposal and how the reader stands to its table. Throws `NotFound`. */
  async find(who: Who, keyOrId: string): Promise<{ readonly proposal: WholeProposal; readonly standing: Standing }> {
    const proposal = await this.rows.whole(keyOrId);
    const standing = proposal && (await this.policy.find(who, proposal.table));
    if (!proposal || !standing || !mayRead(standing, at(proposal, this.clock.now()).procedure)) {
      throw new NotFound('proposal');
    }
    return { proposal, standing };
  }
}

/** What a reader may do with the live text: members read it, and write on it where the procedure lets them. */
export function rightOn(
  procedure: Procedure,
  { actor, me }: Pick<Standing, 'actor' | 'me'>,
  composition: Composition,
  now: ProposalView['now'],
): 'none' | 'read' | 'write' {
  if (!actor) return me.administrator ? 'read' : 'none';
  return mayWriteText(procedure, actor, composition, now) ? 'write' : 'read';
}

/** Whether the text is closed to everybody, whoever she is. */
export function isFrozen(procedure: Procedure, composition: Composition, now: ProposalView['now']): boolean {
  const [member] = procedure.sponsors;
  const sponsor = member && { member, seat: null, roles: [] };
  return !sponsor || writingRefused(procedure, sponsor, composition, now)?.code === 'wrong_stage';
}

/** Pseudonyms that a view shows beside those of seats and roles. */
function mentioned({ sponsors, versions, amendments, procedure }: WholeProposal): string[] {
  const acted = membersIn(procedure);
  return [
    ...new Set<MemberView['member']>([
      ...sponsors,
      ...versions.flatMap(({ by }) => by),
      ...amendments.map(({ by }) => by),
      ...acted,
    ]),
  ];
}

/** Members whom a procedure names for what they did without a seat. */
function membersIn(procedure: Procedure): MemberView['member'][] {
  switch (procedure.mode) {
    case 'consultation':
      return procedure.decision ? [procedure.decision.by] : [];
    case 'auto_regulation':
      return procedure.signatures.map(({ by }) => by);
    case 'planning':
      return [
        ...procedure.confirmations.map(({ by }) => by),
        ...(procedure.mandates ?? []).flatMap(({ spokesperson, deputy, proposedBy }) => [
          spokesperson,
          ...(deputy === null ? [] : [deputy]),
          proposedBy,
        ]),
        ...votersIn(procedure),
      ];
    case 'auto_administration':
      return [
        ...votersIn(procedure),
        ...procedure.submissions.map(({ by }) => by),
        ...procedure.callIns.flatMap(({ by, answer, ruling }) => [by, answer?.by, ruling?.by]),
        procedure.note?.by,
        procedure.returned?.answer?.by,
      ].filter((member) => member !== undefined);
  }
}

/** Members who have left a procedure, or closed its ballots early. */
function votersIn({ recusals, ballots }: Pick<PlanningProcedure, 'recusals' | 'ballots'>): MemberView['member'][] {
  return [
    ...recusals.flatMap(({ member }) => member ?? []),
    ...ballots.flatMap(({ earlyClosing, closedEarly }) => [
      ...(earlyClosing ? [earlyClosing.by] : []),
      ...(closedEarly ? [closedEarly.by, closedEarly.requestedBy] : []),
    ]),
  ].filter((member) => member !== null);
}

/** Organisations that a procedure names: those of its agreement, and those that would benefit. */
function organisationsIn(procedure: Procedure): string[] {
  if (procedure.mode === 'auto_administration') {
    return procedure.submissions.flatMap(({ terms }) => terms.beneficiaries);
  }
  const agreement = procedure.mode === 'planning' ? procedure.agreement : null;
  if (!agreement) return [];
  const responsible = agreement.responsibilities.flatMap(({ does, answers, consulted, informed }) => [
    ...does,
    ...(answers === null ? [] : [answers]),
    ...consulted,
    ...informed,
  ]);
  return [...responsible, ...agreement.commitments.map(({ holder }) => holder)];
}
