import { Injectable } from '@nestjs/common';
import { keySchema, languageSchema, sectorSchema, tableParams, titleSchema, wordsSchema } from '@tavolo/contracts';
import {
  RefusalError,
  standingOfActor,
  startedData,
  startProcedure,
  type Procedure,
  type Rulebook,
  type Sector,
} from '@tavolo/governance';
import { memberId, type Instant, type MemberId, type Words } from '@tavolo/kernel';
import { Act, DomainRefusal, NotAllowed, uuid7, type ActContext } from '@tavolo/server-platform';
import { TablePolicy, type Standing } from '@tavolo/server-tables';
import { z } from 'zod';
import { announceOnProposal, headOf, streamOf, type ActedOn } from '../acts/proposal-act.js';
import { takeKey } from '../keys/key-sequence.repository.js';
import { insertProposal } from '../procedures/procedure-store.repository.js';
import { beginText } from '../writing/begin-text.repository.js';

const command = tableParams.extend({
  title: titleSchema,
  language: languageSchema,
  /** For imports: a key of its own, the title in further languages, other sponsors (pseudonyms), another origin. */
  key: keySchema.optional(),
  translations: wordsSchema.optional(),
  sponsors: z.array(z.string()).min(1).optional(),
  origin: sectorSchema.optional(),
});
export type DraftProposalCommand = z.infer<typeof command>;

/** Begins a proposal, or a consultation or charter where the table has them: an empty text with one clause, which its members can write on. */
@Injectable()
export class DraftProposal extends Act<DraftProposalCommand, ActedOn> {
  readonly name = 'proposal.drafted';
  readonly command = command;

  constructor(private readonly policy: TablePolicy) {
    super();
  }

  async execute(command: DraftProposalCommand, context: ActContext): Promise<ActedOn> {
    const { manager, now, who } = context;
    const standing = await this.policy.of(who, command.table, manager);
    const { table, actor } = standing;
    if (!actor) throw new NotAllowed('seat');
    const origin = await this.originOf(standing, context);
    const sponsors = command.sponsors?.map(memberId) ?? [actor.member];
    const procedure = begin(table.rulebook, sponsors, now);
    const kind = procedure.mode === 'consultation' ? 'consultation' : 'proposal';
    const proposal = await insertProposal(manager, {
      id: uuid7(),
      key: await takeKey(manager, procedure.mode === 'auto_regulation' ? 'charter' : kind, command.key),
      table: table.id,
      kind,
      title: { ...command.translations, [command.language]: command.title } as Words,
      origin: command.origin ?? origin,
      language: command.language,
      sponsors,
      createdAt: now,
      changedAt: now,
      procedure,
    });
    await beginText(manager, { doc: proposal.id, member: actor.member, at: now });
    context.record({
      space: table.space,
      act: this.name,
      stream: streamOf(proposal),
      actor: actor.member,
      data: {
        ...headOf(proposal),
        ...standingOfActor(actor),
        kind,
        mode: procedure.mode,
        language: proposal.language,
        origin: proposal.origin,
        sponsors: [...sponsors],
        ...startedData({ sponsors }, procedure, now),
      },
      disclosures: [{ name: 'title', value: command.title, subject: who.kind === 'person' ? who.person : null }],
    });
    announceOnProposal({ context, proposal, table }, this.name);
    return { proposal: proposal.key, revision: proposal.revision };
  }

  /** Any seat proposes; to a consultation, the deciding institution (domain.md 2.2, Proposes). */
  private async originOf({ table, actor }: Standing, { manager }: ActContext): Promise<Sector> {
    const { seats } = await this.policy.composition(table.id, manager);
    const seat = seats.find(({ id }) => id === actor?.seat);
    const consults = table.rulebook.mode === 'consultation';
    if (seat && (seat.decidingAuthority || !consults)) return seat.sector;
    throw new DomainRefusal(
      { code: 'not_your_role', rule: '2.2 Proposes', params: { needed: [consults ? 'decidingAuthority' : 'seat'] } },
      { status: 403 },
    );
  }
}

function begin(rulebook: Rulebook, sponsors: readonly MemberId[], now: Instant): Procedure {
  try {
    return startProcedure({ rulebook, sponsors, now });
  } catch (error) {
    if (error instanceof RefusalError) throw new DomainRefusal(error.refusal);
    throw error;
  }
}
