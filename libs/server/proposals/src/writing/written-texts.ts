import { Injectable } from '@nestjs/common';
import * as Y from 'yjs';
import { SharedTexts, type LiveText, type StoppedText } from '../text/shared-texts.js';
import { DocumentLog } from './document-log.repository.js';
import { documentOf, liveText, sha256 } from './stored-text.js';

/** The shared texts as they are stored. */
@Injectable()
export class WrittenTexts extends SharedTexts {
  constructor(private readonly log: DocumentLog) {
    super();
  }

  override async live(proposal: string): Promise<LiveText> {
    const document = documentOf(await this.log.load(proposal));
    try {
      return liveText(document);
    } finally {
      document.destroy();
    }
  }

  override async stop(proposal: string): Promise<StoppedText> {
    const document = documentOf(await this.log.load(proposal));
    try {
      const state = Y.encodeStateAsUpdate(document);
      return {
        ...liveText(document),
        state,
        stateHash: sha256(state),
        contributors: await this.log.contributors(proposal),
      };
    } finally {
      document.destroy();
    }
  }

  override async reconsider(_proposal: string): Promise<void> {}

  override async reconsiderTable(_table: string): Promise<void> {}
}
