import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type DisclosureDraft } from '@tavolo/server-platform';
import { words, type Scene } from '@tavolo/server-proposals';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['charter.signed'];

/** A subject signs for itself, with reservations where the rulebook allows them; also later, when it accedes. */
@Injectable()
export class SignCharter extends ProcedureAct<'charter.signed', z.infer<typeof body>> {
  readonly name = 'charter.signed';
  readonly body = body;
  override readonly sealed = true;

  protected payload({ subject, reservations }: z.infer<typeof body>): ActPayloads['charter.signed'] {
    return { subject, reservations };
  }

  protected override disclosures({ reservations }: ActPayloads['charter.signed'], scene: Scene): DisclosureDraft[] {
    return reservations.flatMap(({ text }, index) => words(`reservation${index + 1}`, text, scene));
  }
}
