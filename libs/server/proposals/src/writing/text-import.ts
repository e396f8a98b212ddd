import { Injectable } from '@nestjs/common';
import { type ProposalText } from '@tavolo/contracts';
import { type Instant } from '@tavolo/kernel';
import { SharedTexts } from '../text/shared-texts.js';
import { RevisionRecorder } from './revision-recorder.service.js';

/** A text that somebody wrote, elsewhere or earlier. */
export interface ImportedText {
  /** Id of the proposal. */
  readonly proposal: string;
  /** Pseudonym of who wrote it. */
  readonly member: string;
  readonly text: ProposalText;
  readonly at: Instant;
}

/** Writes whole texts for imports, as if a member had typed what is different. */
@Injectable()
export class TextImport {
  constructor(
    private readonly texts: SharedTexts,
    private readonly revisions: RevisionRecorder,
  ) {}

  /** Makes the text read as `text`, and records the revision. Returns the hash of the text, as `settlement.confirmed` asks for it. */
  async write({ proposal, member, text, at }: ImportedText): Promise<string> {
    const { textHash } = await this.texts.rewrite(proposal, member, text, at);
    await this.revisions.record(proposal, at);
    return textHash;
  }
}
