import { type ActName } from '@tavolo/contracts';
import { advance } from '@tavolo/governance';
import { Act, NotFound, type ActContext } from '@tavolo/server-platform';
import { findProposal, saveProcedure, type ActedOn } from '@tavolo/server-proposals';
import { type TablePolicy } from '@tavolo/server-tables';
import { z } from 'zod';
import { recordClock } from '../recording/consequences.js';

const command = z.object({ proposal: z.string() });

/** Writes down what the clock has brought about for one proposal, each with the instant at which it was due, in the system's name. */
export class RecordDue extends Act<z.infer<typeof command>, ActedOn> {
  readonly command = command;

  /** @param name the first of the consequences that are due */
  constructor(
    readonly name: ActName,
    private readonly policy: TablePolicy,
  ) {
    super();
  }

  async execute({ proposal: id }: z.infer<typeof command>, context: ActContext): Promise<ActedOn> {
    const { manager, now, who } = context;
    const proposal = await findProposal(manager, id);
    if (!proposal) throw new NotFound('proposal');
    if (advance(proposal.procedure, now).consequences.length === 0) throw new NothingDue();
    const { table } = await this.policy.of(who, proposal.table, manager);
    const after = await saveProcedure(manager, proposal, recordClock({ context, proposal, table }), now);
    return { proposal: after.key, revision: after.revision };
  }
}

/** Somebody else has recorded it meanwhile; the transaction is given up. */
export class NothingDue extends Error {}
