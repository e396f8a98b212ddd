import { Injectable } from '@nestjs/common';
import { type ActName } from '@tavolo/contracts';
import { headOfProposal, proposalStream, standingOfActor, type Actor, type Composition } from '@tavolo/governance';
import { type JsonObject } from '@tavolo/kernel';
import { Act, NotAllowed, NotFound, type ActContext, type DisclosureDraft } from '@tavolo/server-platform';
import { TablePolicy, type TableFacts } from '@tavolo/server-tables';
import { z } from 'zod';
import { findProposal, type ProposalState } from '../procedures/procedure-store.repository.js';
import { isDraft, mayRead } from '../reading/readership.js';

/** Where an act on a proposal takes place: the proposal as it is now, who acts, who sits at the table. */
export interface Scene {
  readonly context: ActContext;
  readonly proposal: ProposalState;
  readonly table: TableFacts;
  readonly composition: Composition;
  readonly actor: Actor;
  /** Whose personal data her words are. */
  readonly person: string | null;
}

/** The answer of every act on a proposal: where to look for what has become of it. */
export interface ActedOn {
  readonly proposal: string;
  readonly revision: number;
}

/** What an act writes into the log beside what every act on a proposal says. */
export interface Said {
  readonly data?: JsonObject;
  readonly disclosures?: readonly DisclosureDraft[];
}

export type OnProposal<Body> = Body & { readonly proposal: string };

/**
 * An act of a member on a proposal. Somebody who may not know of the proposal is told `not_found`, somebody who reads it without a part in
 * the table `not_allowed`. Of two acts on the same proposal at the same moment, the second is decided on what the first one left.
 */
@Injectable()
export abstract class ProposalAct<Body extends object> extends Act<OnProposal<Body>, ActedOn> {
  abstract override readonly name: ActName;
  /** What the act carries. Members that it does not name are dropped. */
  abstract readonly body: z.ZodType<Body>;

  constructor(protected readonly policy: TablePolicy) {
    super();
  }

  override get command(): z.ZodType<OnProposal<Body>> {
    return z.intersection(z.object({ proposal: z.string().max(64) }), this.body);
  }

  override async execute(command: OnProposal<Body>, context: ActContext): Promise<ActedOn> {
    const { manager, who } = context;
    const proposal = await findProposal(manager, command.proposal);
    const standing = proposal && (await this.policy.find(who, proposal.table, manager));
    if (!proposal || !standing || !mayRead(standing, proposal.procedure)) throw new NotFound('proposal');
    const { table, actor } = standing;
    if (!actor) throw new NotAllowed('seat');
    const composition = await this.policy.composition(table.id, manager);
    const person = who.kind === 'person' ? who.person : null;
    const after = await this.perform(command, { context, proposal, table, composition, actor, person });
    return { proposal: after.key, revision: after.revision };
  }

  /** Decides, writes and records; returns the proposal as the act leaves it. */
  protected abstract perform(command: Body, scene: Scene): Promise<ProposalState>;
}

/** Records an act in the stream of its proposal, and announces it. */
export function recordOnProposal(scene: Scene, act: ActName, { data = {}, disclosures = [] }: Said): void {
  const { context, proposal, table, actor } = scene;
  context.record({
    space: table.space,
    act,
    stream: streamOf(proposal),
    actor: actor.member,
    data: { ...headOf(proposal), ...standingOfActor(actor), ...data },
    disclosures,
  });
  announceOnProposal(scene, act);
}

/** Acts by which a draft comes before everybody. */
const publishing: readonly ActName[] = ['proposal.submitted', 'consultation.opened', 'decision.submitted'];

/** Tells those who watch the table; of drafts at public tables only its members, in their own room. */
export function announceOnProposal(
  { context, proposal, table }: Pick<Scene, 'context' | 'proposal' | 'table'>,
  act: ActName,
): void {
  const hidden = table.visibility === 'public' && isDraft(proposal.procedure) && !publishing.includes(act);
  context.announce({ table: table.key, act, subject: streamOf(proposal), ...(hidden && { room: 'members' }) });
}

export const streamOf = ({ key }: Pick<ProposalState, 'key'>): string => proposalStream(key);

/** What every entry about a proposal says: which one, and under which rules. */
export const headOf = ({ key, procedure }: Pick<ProposalState, 'key' | 'procedure'>): JsonObject =>
  headOfProposal(key, procedure);

/** Free text as an erasable disclosure of the person who wrote it; nothing where there is none. */
export function words(
  name: string,
  value: string | null | undefined,
  { person }: Pick<Scene, 'person'>,
): DisclosureDraft[] {
  return value === null || value === undefined ? [] : [{ name, value, subject: person }];
}
