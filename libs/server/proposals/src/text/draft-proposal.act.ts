import { Injectable } from '@nestjs/common';
import { keySchema, languageSchema, sectorSchema, tableParams, titleSchema, wordsSchema } from '@tavolo/contracts';
import {
  RefusalError,
  beginProcedure,
  standingOfActor,
  startedData,
  type Beginning,
  type Mode,
  type Procedure,
  type Rulebook,
  type Sector,
} from '@tavolo/governance';
import { memberId, type Instant, type Words } from '@tavolo/kernel';
import { Act, DomainRefusal, NotAllowed, uuid7, type ActContext } from '@tavolo/server-platform';
import { TablePolicy, type Standing } from '@tavolo/server-tables';
import { z } from 'zod';
import { announceOnProposal, headOf, streamOf, type ActedOn } from '../acts/proposal-act.js';
import { takeKey, type Keyed } from '../keys/key-sequence.repository.js';
import { mandateInForce, standingFor, type MandateRow } from '../mandates/mandate-store.repository.js';
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

/** Begins a proposal, or a consultation, a charter or a decision under a mandate where the table has them: an empty text with one clause, which its members can write on. */
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
    const { mode } = table.rulebook;
    const mandate = mode === 'auto_administration' ? await mandateInForce(manager, table.id, now) : null;
    const origin = await this.originOf(standing, context, mandate);
    const sponsors = command.sponsors?.map(memberId) ?? [actor.member];
    const kind = mode === 'consultation' ? 'consultation' : 'proposal';
    const key = await takeKey(manager, keyedAs[mode], table, command.key);
    const beginning = { sponsors, ...(mandate && { mandate: standingFor(mandate, key) }) };
    const procedure = begin(beginning, table.rulebook, now);
    const proposal = await insertProposal(manager, {
      id: uuid7(),
      key,
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
        ...(mandate && { mandate: mandate.key }),
        ...startedData(beginning, procedure, now),
      },
      disclosures: [{ name: 'title', value: command.title, subject: who.kind === 'person' ? who.person : null }],
    });
    announceOnProposal({ context, proposal, table }, this.name);
    return { proposal: proposal.key, revision: proposal.revision };
  }

  /** Any seat proposes; to a consultation, the deciding institution; under a mandate, its holders (domain.md 2.2, Proposes). */
  private async originOf(
    { table, actor }: Standing,
    { manager }: ActContext,
    mandate: MandateRow | null,
  ): Promise<Sector> {
    const { seats } = await this.policy.composition(table.id, manager);
    const seat = seats.find(({ id }) => id === actor?.seat);
    const { mode } = table.rulebook;
    const needed = mode === 'consultation' ? 'decidingAuthority' : mandate ? 'party' : 'seat';
    const holds = seat?.right === 'vote' && mandate?.mandate.terms.holders.includes(seat.sector) === true;
    const may = { decidingAuthority: seat?.decidingAuthority === true, party: holds, seat: seat !== undefined };
    if (seat && may[needed]) return seat.sector;
    throw new DomainRefusal(
      { code: 'not_your_role', rule: '2.2 Proposes', params: { needed: [needed] } },
      { status: 403 },
    );
  }
}

/** What gets a spoken key of its own, by mode. */
const keyedAs = {
  planning: 'proposal',
  consultation: 'consultation',
  auto_regulation: 'charter',
  auto_administration: 'decision',
} as const satisfies Readonly<Record<Mode, Keyed>>;

function begin(beginning: Beginning, rulebook: Rulebook, now: Instant): Procedure {
  const { mode } = rulebook;
  try {
    return beginProcedure(beginning, rulebook, now);
  } catch (error) {
    if (error instanceof RefusalError) {
      // Not now: a table without a mandate may be given one.
      const later = mode === 'auto_administration' && error.refusal.code !== 'mode_not_offered';
      throw new DomainRefusal(error.refusal, later ? { status: 409 } : {});
    }
    throw error;
  }
}
