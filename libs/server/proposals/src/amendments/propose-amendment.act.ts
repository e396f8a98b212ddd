import { Injectable } from '@nestjs/common';
import { keySchema, proposalActBodies, wordsSchema } from '@tavolo/contracts';
import { type Words } from '@tavolo/kernel';
import { DomainRefusal } from '@tavolo/server-platform';
import { z } from 'zod';
import { ProposalAct, recordOnProposal, words, type Scene } from '../acts/proposal-act.js';
import { takeKey } from '../keys/key-sequence.repository.js';
import { touchProposal, type ProposalState } from '../procedures/procedure-store.repository.js';
import { refuseProposing } from './amendment-rules.js';
import { insertAmendment } from './amendment.repository.js';

const body = proposalActBodies['amendment.proposed'].extend({
  /** For imports: a key of its own, and the text in further languages. */
  key: keySchema.optional(),
  translations: wordsSchema.optional(),
});

/** Asks for a change of the text. In a consultation it is a suggestion, which must be answered. */
@Injectable()
export class ProposeAmendment extends ProposalAct<z.infer<typeof body>> {
  readonly name = 'amendment.proposed';
  readonly body = body;

  protected async perform(command: z.infer<typeof body>, scene: Scene): Promise<ProposalState> {
    const { context, proposal, composition, actor } = scene;
    refuseProposing(proposal.procedure, actor, composition, command.kind);
    const version = proposal.procedure.versions.at(-1);
    if (command.clause !== null && version && !version.clauses.includes(command.clause)) {
      throw new DomainRefusal({ code: 'unknown_clause', rule: '2.2 Amends', params: { clause: command.clause } });
    }
    const key = await takeKey(context.manager, 'amendment', scene.table, command.key);
    const text = { ...command.translations, [proposal.language]: command.text } as Words;
    await insertAmendment(context.manager, {
      key,
      proposal: proposal.id,
      version: version?.version ?? 0,
      clause: command.clause,
      by: actor.member,
      kind: command.kind,
      text,
      outcome: 'open',
      reason: null,
      at: context.now,
    });
    recordOnProposal(scene, this.name, {
      data: { amendment: key, kind: command.kind, clause: command.clause, version: version?.version ?? 0 },
      disclosures: words('text', command.text, scene),
    });
    return touchProposal(context.manager, proposal, context.now);
  }
}
