import { Injectable } from '@nestjs/common';
import { mandateActBodies } from '@tavolo/contracts';
import { type MandateActPayloads } from '@tavolo/governance';
import { organisationId } from '@tavolo/kernel';
import { DomainRefusal } from '@tavolo/server-platform';
import { mandateInForce } from '@tavolo/server-proposals';
import { OrganisationReader, TablePolicy } from '@tavolo/server-tables';
import { type z } from 'zod';
import { MandateAct, type MandateScene } from './mandate-act.js';

const body = mandateActBodies['mandate.granted'];

/** The institution grants a mandate in a published act. A table has one mandate at a time. */
@Injectable()
export class GrantMandate extends MandateAct<'mandate.granted', z.infer<typeof body>> {
  readonly name = 'mandate.granted';
  readonly body = body;
  override readonly sealed = true;

  constructor(
    policy: TablePolicy,
    private readonly organisations: OrganisationReader,
  ) {
    super(policy);
  }

  protected payload({ organisation, date, reference }: z.infer<typeof body>): MandateActPayloads['mandate.granted'] {
    return { organisation: organisationId(organisation), date, reference };
  }

  /** Refuses, once the rules have allowed the act, an organisation that is none, and a second mandate beside one in force. */
  protected override async thereafter(
    { organisation }: MandateActPayloads['mandate.granted'],
    { context, row }: MandateScene,
  ): Promise<void> {
    const rule = '2.3 Auto-administration';
    const unknown = await this.organisations.unknown([organisation], context.manager);
    if (unknown.length > 0)
      throw new DomainRefusal({ code: 'unknown_option', rule, params: { organisations: unknown } });
    const other = await mandateInForce(context.manager, row.table, context.now, row.key);
    if (!other) return;
    throw new DomainRefusal({ code: 'already_done', rule, params: { mandate: other.key } }, { status: 409 });
  }
}
