import { Injectable } from '@nestjs/common';
import { Act, NotFound, type ActContext } from '@tavolo/server-platform';
import { TablePolicy } from '@tavolo/server-tables';
import * as Y from 'yjs';
import { z } from 'zod';
import { findProposal } from '../procedures/procedure-store.repository.js';
import { DocumentLog } from './document-log.repository.js';
import { markRecorded, unrecorded } from './revision.repository.js';
import { documentOf, sha256 } from './stored-text.js';

const command = z.object({ doc: z.string() });

/**
 * Vouches in the log for what was written in a shared text since the last time: who wrote, how many changes, and the hash of the state that
 * they led to (audit-log.md section 9). The words themselves are not in the log; the changes are kept beside it, marked with the revision.
 */
@Injectable()
export class RecordRevision extends Act<z.infer<typeof command>, { readonly revision: number }> {
  readonly name = 'doc.revision';
  readonly command = command;

  constructor(
    private readonly policy: TablePolicy,
    private readonly log: DocumentLog,
  ) {
    super();
  }

  async execute({ doc }: z.infer<typeof command>, context: ActContext): Promise<{ readonly revision: number }> {
    const { manager, who } = context;
    const proposal = await findProposal(manager, doc);
    if (!proposal) throw new NotFound('proposal');
    const written = await unrecorded(manager, doc);
    if (written.updates.length === 0) throw new NothingWritten();
    const { table } = await this.policy.of(who, proposal.table, manager);
    const document = documentOf(await this.log.parts(doc, manager));
    const state = sha256(Y.encodeStateAsUpdate(document));
    document.destroy();
    await markRecorded(manager, written);
    context.record({
      space: table.space,
      act: this.name,
      stream: `doc:${proposal.key}`,
      actor: null,
      data: {
        proposal: proposal.key,
        revision: written.revision,
        updates: written.updates.length,
        contributors: [...written.contributors],
        stateHash: state,
      },
    });
    return { revision: written.revision };
  }
}

/** Everything has been recorded already; the transaction is given up. */
export class NothingWritten extends Error {}
