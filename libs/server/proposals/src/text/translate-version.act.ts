import { Injectable } from '@nestjs/common';
import { wordsSchema } from '@tavolo/contracts';
import { type Words } from '@tavolo/kernel';
import { z } from 'zod';
import { ProposalAct, recordOnProposal, type Scene } from '../acts/proposal-act.js';
import { touchProposal, type ProposalState } from '../procedures/procedure-store.repository.js';
import { translateVersion } from './version.repository.js';

const body = z.object({ version: z.int().min(1), words: z.record(z.string(), wordsSchema) });

/** Sets words in another language beside those of a frozen version. What was frozen, and its hash, stay as they are. */
@Injectable()
export class TranslateVersion extends ProposalAct<z.infer<typeof body>> {
  readonly name = 'version.translated';
  readonly body = body;

  protected async perform({ version, words }: z.infer<typeof body>, scene: Scene): Promise<ProposalState> {
    const { context, proposal } = scene;
    await translateVersion(context.manager, {
      proposal: proposal.id,
      n: version,
      words: words as Record<string, Words>,
    });
    const languages = [...new Set(Object.values(words).flatMap((clause) => Object.keys(clause)))].sort();
    recordOnProposal(scene, this.name, {
      data: { version, languages },
      disclosures: [{ name: 'words', value: words as Record<string, Record<string, string>>, subject: null }],
    });
    return touchProposal(context.manager, proposal, context.now);
  }
}
