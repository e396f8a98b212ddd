import { Injectable } from '@nestjs/common';
import { mandateActBodies } from '@tavolo/contracts';
import { step, type MandateActPayloads, type ProcedureAct as ActValue } from '@tavolo/governance';
import {
  findMandate,
  findProposal,
  saveProcedure,
  unreportedUnder,
  type ProposalState,
} from '@tavolo/server-proposals';
import { type z } from 'zod';
import { refuse } from '../acts/refusals.js';
import { recordAct } from '../recording/act-entries.js';
import { recordConsequences, upToDate } from '../recording/consequences.js';
import { MandateAct, type MandateScene } from './mandate-act.js';

const body = mandateActBodies['mandate.reported'];

/**
 * The holders report on the mandate, and so give account of every decision that is effective and of which no report has: those are recorded
 * one by one. A mandate that was suspended for want of the report is active again at once.
 */
@Injectable()
export class ReportMandate extends MandateAct<'mandate.reported', z.infer<typeof body>> {
  readonly name = 'mandate.reported';
  readonly body = body;
  override readonly sealed = true;

  /** What the clock has made effective is recorded first, so that the sums of the report are those of that moment. */
  protected override async prepare(scene: MandateScene): Promise<MandateScene> {
    const { context, table, row } = scene;
    for (const proposal of await unreported(scene)) {
      const current = upToDate({ context, proposal, table }).proposal;
      if (current.procedure !== proposal.procedure) {
        await saveProcedure(context.manager, proposal, current.procedure, context.now);
      }
    }
    return { ...scene, row: (await findMandate(context.manager, row.key)) ?? row };
  }

  protected async payload(
    { text }: z.infer<typeof body>,
    scene: MandateScene,
  ): Promise<MandateActPayloads['mandate.reported']> {
    const effective = (await unreported(scene)).filter(({ procedure }) => procedure.stage === 'effective');
    return { text, decisions: effective.map(({ key }) => key) };
  }

  protected override async thereafter(
    { decisions }: MandateActPayloads['mandate.reported'],
    scene: MandateScene,
  ): Promise<void> {
    const { context, actor, composition, table, row } = scene;
    const report = row.mandate.reports.length;
    for (const key of decisions) {
      const proposal = await findProposal(context.manager, key);
      if (!proposal) continue;
      const act = { name: 'decision.reported', by: actor, table: composition, report } as unknown as ActValue;
      const outcome = step(proposal.procedure, act, context.now);
      if (!outcome.ok) throw refuse(outcome.refusal);
      recordAct({ ...scene, proposal }, act, outcome.procedure);
      recordConsequences({ context, proposal, table }, outcome);
      await saveProcedure(context.manager, proposal, outcome.procedure, context.now);
    }
  }
}

async function unreported({ context, row }: MandateScene): Promise<ProposalState[]> {
  const found: ProposalState[] = [];
  for (const key of await unreportedUnder(context.manager, row.key)) {
    const proposal = await findProposal(context.manager, key);
    if (proposal) found.push(proposal);
  }
  return found;
}
