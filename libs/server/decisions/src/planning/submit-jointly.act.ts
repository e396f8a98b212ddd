import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads, type Composition } from '@tavolo/governance';
import { type Words } from '@tavolo/kernel';
import { DomainRefusal, NotFound } from '@tavolo/server-platform';
import { frozenVersion, JointProposals, type ProposalState, type Scene } from '@tavolo/server-proposals';
import { TablePolicy, type TableFacts } from '@tavolo/server-tables';
import { wordsSchema } from '@tavolo/contracts';
import { z } from 'zod';
import { decide, ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['joint_proposal.submitted'].extend({
  /** For imports: the key there, and the title in further languages. */
  key: z.string().optional(),
  translations: wordsSchema.optional(),
});
type Body = z.infer<typeof body>;

/**
 * The spokesperson hands the text that her bench or coalition has adopted to a table. The table gets it as a joint proposal of so many
 * organisations; of the room from which it comes it learns nothing.
 */
@Injectable()
export class SubmitJointly extends ProcedureAct<'joint_proposal.submitted', Body> {
  readonly name = 'joint_proposal.submitted';
  readonly body = body;

  constructor(
    policy: TablePolicy,
    private readonly proposals: JointProposals,
  ) {
    super(policy);
  }

  protected async payload(
    { receiver, title, key, translations }: Body,
    scene: Scene,
  ): Promise<ActPayloads['joint_proposal.submitted']> {
    const { context, proposal, actor, person } = scene;
    const table = await this.receiver(receiver, scene);
    // Refuses before anything is put on the table.
    decide(scene, this.name, { receiver: table.key, proposal: '' });
    if (person === null) throw new NotFound('person');
    const { adoption } = proposal.procedure.mode === 'planning' ? proposal.procedure : { adoption: null };
    const seat = scene.composition.seats.find(({ id }) => id === actor.seat);
    if (!adoption || !seat) throw new NotFound('version');
    const own = title === null ? proposal.title : ({ ...translations, [proposal.language]: title } as Words);
    const received = await this.proposals.receive(context, table, {
      ...(await frozenVersion(context.manager, proposal.id, adoption.version)),
      title: own,
      language: proposal.language,
      joint: namedBy(scene.composition),
      origin: seat.sector,
      person,
      organisation: seat.organisation,
      key,
    });
    return { receiver: table.key, proposal: received.key };
  }

  /** The table that gets the text: one that she may read, that negotiates, and at which some of those in whose name she speaks sit. */
  private async receiver(asked: string, { context, table: room, composition }: Scene): Promise<TableFacts> {
    const { table } = await this.policy.of(context.who, asked, context.manager);
    if (table.room) throw new NotFound('table', { table: asked });
    const { seats } = await this.policy.composition(table.id, context.manager);
    const own = composition.seats.flatMap(({ organisation }) => organisation ?? []);
    const sits = seats.some(({ organisation }) => organisation !== null && own.includes(organisation));
    const isOwn = room.room?.kind === 'bench' && room.room.of.id === table.id;
    if (table.rulebook.mode === 'planning' && (isOwn || (room.room?.kind === 'coalition' && sits))) return table;
    const needed = table.rulebook.mode === 'planning' ? ['seat'] : ['decidingAuthority'];
    throw new DomainRefusal({ code: 'not_your_role', rule: '2.2 Proposes', params: { needed } }, { status: 403 });
  }
}

/** Those in whose name the room speaks: its voting seats that are filled, by organisation, and people of their own. */
function namedBy({ seats }: Composition): NonNullable<ProposalState['joint']> {
  const voting = seats.filter(({ right, holder }) => right === 'vote' && holder !== null);
  const organisations = [...new Set(voting.flatMap(({ organisation }) => organisation ?? []))];
  return { organisations, people: voting.filter(({ organisation }) => organisation === null).length };
}
