import { Injectable } from '@nestjs/common';
import { Act, NotFound, type ActContext } from '@tavolo/server-platform';
import { TablePolicy } from '@tavolo/server-tables';
import { z } from 'zod';
import { findProposal } from '../procedures/procedure-store.repository.js';
import { DocumentLog } from './document-log.repository.js';
import { recordRevision } from './revision.js';

const command = z.object({ doc: z.string() });

/** Records what was written in a shared text since the last time, on its own: after a while, or when everybody has left. */
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
    const { table } = await this.policy.of(who, proposal.table, manager);
    const revision = await recordRevision(context, { doc, proposal: proposal.key, space: table.space }, this.log);
    if (revision === null) throw new NothingWritten();
    return { revision };
  }
}

/** Everything has been recorded already; the transaction is given up. */
export class NothingWritten extends Error {}
