import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { DomainRefusal } from '@tavolo/server-platform';
import { TextFreezer, type Scene } from '@tavolo/server-proposals';
import { OrganisationReader, TablePolicy } from '@tavolo/server-tables';
import { type z } from 'zod';
import { decide, ProcedureAct } from '../acts/procedure-act.js';
import { mandateOf } from '../recording/mandate-entries.js';

const body = proposalActBodies['decision.submitted'];

/**
 * A sponsor hands a decision in with what it spends and on what: its text freezes, and it is checked against the mandate as it stands in
 * this transaction. The entry says how it stood, so that anybody can check again.
 */
@Injectable()
export class SubmitDecision extends ProcedureAct<'decision.submitted', z.infer<typeof body>> {
  readonly name = 'decision.submitted';
  readonly body = body;

  constructor(
    policy: TablePolicy,
    private readonly freezer: TextFreezer,
    private readonly organisations: OrganisationReader,
  ) {
    super(policy);
  }

  protected async payload(
    { amount, area, expenseType, exclusions, beneficiaries }: z.infer<typeof body>,
    scene: Scene,
  ): Promise<ActPayloads['decision.submitted']> {
    const terms = { amount, area, expenseType, exclusions, beneficiaries };
    const mandate = mandateOf(scene.proposal);
    // Refuses before anybody is stopped in the middle of a word.
    decide(scene, this.name, { terms, mandate, text: await this.freezer.preview(scene) });
    const unknown = await this.organisations.unknown(beneficiaries, scene.context.manager);
    if (unknown.length > 0) {
      const rule = '2.3 Auto-administration';
      throw new DomainRefusal({ code: 'unknown_option', rule, params: { organisations: unknown } });
    }
    return { terms, mandate, text: await this.freezer.freeze(scene) };
  }
}
