import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { isSettlementComplete, type ActPayloads, type Procedure } from '@tavolo/governance';
import { SharedTexts, TextFreezer, type Scene } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { type z } from 'zod';
import { actIn, decide, ProcedureAct } from '../acts/procedure-act.js';
import { recordAct } from '../recording/act-entries.js';
import { recordConsequences } from '../recording/consequences.js';
import { textAsSeen } from '../writing/text-as-seen.js';

const body = proposalActBodies['settlement.confirmed'];

/**
 * The facilitator, or somebody for a party, confirms the text as it reads now. Who confirms names the text that she has seen; if it reads
 * differently by now she is asked to look again. With the last confirmation the text freezes and is settled, in the same transaction.
 */
@Injectable()
export class ConfirmSettlement extends ProcedureAct<'settlement.confirmed', z.infer<typeof body>> {
  readonly name = 'settlement.confirmed';
  readonly body = body;

  constructor(
    policy: TablePolicy,
    private readonly texts: SharedTexts,
    private readonly freezer: TextFreezer,
  ) {
    super(policy);
  }

  protected async payload(
    { textHash }: z.infer<typeof body>,
    { proposal }: Scene,
  ): Promise<ActPayloads['settlement.confirmed']> {
    return { textHash: await textAsSeen(this.texts, proposal.id, textHash) };
  }

  protected override async thereafter(after: Procedure, scene: Scene): Promise<Procedure> {
    if (after.mode !== 'planning' || !isSettlementComplete(after).complete) return after;
    const confirmed: Scene = { ...scene, proposal: { ...scene.proposal, procedure: after } };
    const text = await this.freezer.freeze(confirmed);
    const settled = decide(confirmed, 'proposal.settled', { text });
    recordAct(confirmed, actIn(confirmed, 'proposal.settled', { text }), settled.procedure);
    recordConsequences(confirmed, settled);
    return settled.procedure;
  }
}
