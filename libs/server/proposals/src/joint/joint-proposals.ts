import { Injectable } from '@nestjs/common';
import {
  beginProcedure,
  entriesOfAct,
  RefusalError,
  startedData,
  step,
  type Beginning,
  type Procedure,
  type ProcedureAct,
  type Rulebook,
  type Sector,
} from '@tavolo/governance';
import { memberId, type Instant, type Language, type Words } from '@tavolo/kernel';
import { DomainRefusal, uuid7, type ActContext } from '@tavolo/server-platform';
import { Membership, TablePolicy, type TableFacts } from '@tavolo/server-tables';
import { headOf, streamOf } from '../acts/proposal-act.js';
import { takeKey } from '../keys/key-sequence.repository.js';
import { insertProposal, type ProposalState } from '../procedures/procedure-store.repository.js';
import { type Joint } from '../records/proposal.record.js';
import { DocumentLog } from '../writing/document-log.repository.js';
import { recordRevision } from '../writing/revision.js';
import { asFirstVersion, insertReceived, type Received } from './received-text.repository.js';

/** What a table gets: the text, in whose name, and who brings it. */
export interface JointText extends Pick<Received, 'text' | 'words' | 'textHash'> {
  readonly title: Words;
  readonly language: Language;
  readonly joint: Joint;
  readonly origin: Sector;
  /** Id of the spokesperson. */
  readonly person: string;
  readonly organisation: string | null;
  /** For imports: a key of its own. */
  readonly key?: string | undefined;
}

/** Puts joint proposals of benches and coalitions on tables. */
@Injectable()
export class JointProposals {
  constructor(
    private readonly policy: TablePolicy,
    private readonly membership: Membership,
    private readonly log: DocumentLog,
  ) {}

  /**
   * A proposal of the table with this text as its first version, submitted. Its log tells of the text, of the organisations and that they
   * hand it in jointly, and of nothing that was before. The spokesperson becomes a member of the table, without a seat, and sponsors it.
   * Throws `DomainRefusal` where the mode of the table has no such proposals.
   */
  async receive(context: ActContext, table: TableFacts, received: JointText): Promise<ProposalState> {
    const { manager, now } = context;
    const { title, language, joint, origin, organisation, person } = received;
    const joining = { person, sector: origin, organisation };
    const member = memberId(await this.membership.join(context, table, joining, null));
    const id = uuid7();
    const text = { ...received, proposal: id, member, at: now };
    const first = asFirstVersion(text);
    const { seats, roles } = await this.policy.composition(table.id, manager);
    const by = { member, seat: null, roles: roles.filter((one) => one.member === member).map(({ role }) => role) };
    const sponsors = [member];
    const beginning = { sponsors, text: first.frozen };
    const begun = begin(beginning, table.rulebook, now);
    const act: ProcedureAct = { name: 'proposal.submitted', by, table: { seats, roles } };
    const procedure = accepted(step(begun, act, now));
    const proposal = await insertProposal(manager, {
      id,
      key: await takeKey(manager, 'proposal', table, received.key),
      table: table.id,
      kind: 'proposal',
      title,
      origin,
      language,
      sponsors,
      joint,
      createdAt: now,
      changedAt: now,
      procedure,
    });
    await insertReceived(manager, text, first);
    this.record(context, table, proposal, received, { beginning, begun, act });
    await recordRevision(context, { doc: id, proposal: proposal.key, space: table.space }, this.log);
    context.announce({ table: table.key, act: 'proposal.submitted', subject: streamOf(proposal) });
    return proposal;
  }

  private record(
    context: ActContext,
    { space }: TableFacts,
    proposal: ProposalState,
    { title, language, joint, person }: JointText,
    { beginning, begun, act }: Steps,
  ): void {
    const { now } = context;
    const actor = act.by.member;
    const entry = { space, stream: streamOf(proposal), actor };
    const head = headOf(proposal);
    const { kind, origin, procedure } = proposal;
    const jointly = { organisations: [...joint.organisations], people: joint.people };
    context.record({
      ...entry,
      act: 'proposal.drafted',
      data: {
        ...head,
        kind,
        mode: procedure.mode,
        language,
        origin,
        sponsors: [actor],
        joint: jointly,
        ...startedData(beginning, begun, now),
      },
      disclosures: [{ name: 'title', value: { ...title }, subject: person }],
    });
    const [version] = procedure.versions;
    if (version) {
      const { version: n, textHash, stateHash } = version;
      context.record({
        ...entry,
        act: 'proposal.frozen',
        // With this version the procedure began, so that there is nothing to carry out.
        data: { ...head, version: n, textHash, stateHash, contributors: [actor], input: null },
      });
    }
    const [submitted] = entriesOfAct({ proposal: proposal.key, act, before: begun, after: procedure, now });
    context.record({ ...submitted, space, act: 'proposal.submitted', data: { ...submitted.data, joint: jointly } });
  }
}

/** The two steps in which a joint proposal comes to its table. */
interface Steps {
  readonly beginning: Beginning;
  readonly begun: Procedure;
  readonly act: ProcedureAct;
}

function begin(beginning: Beginning, rulebook: Rulebook, now: Instant): Procedure {
  try {
    return beginProcedure(beginning, rulebook, now);
  } catch (error) {
    if (error instanceof RefusalError) throw new DomainRefusal(error.refusal);
    throw error;
  }
}

function accepted(outcome: ReturnType<typeof step>): Procedure {
  if (!outcome.ok) throw new DomainRefusal(outcome.refusal);
  return outcome.procedure;
}
