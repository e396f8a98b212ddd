import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { TextFreezer, type Scene } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { type z } from 'zod';
import { decide, ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['consultation.opened'];

/** The institution puts its text to the seats that give assessments; the text freezes as version 1. */
@Injectable()
export class OpenConsultation extends ProcedureAct<'consultation.opened', z.infer<typeof body>> {
  readonly name = 'consultation.opened';
  readonly body = body;

  constructor(
    policy: TablePolicy,
    private readonly freezer: TextFreezer,
  ) {
    super(policy);
  }

  protected async payload(
    { closesOn, urgentReason }: z.infer<typeof body>,
    scene: Scene,
  ): Promise<ActPayloads['consultation.opened']> {
    const window = { closesOn, urgentReason };
    // Refuses before anybody is stopped in the middle of a word.
    decide(scene, this.name, { ...window, text: await this.freezer.preview(scene) });
    return { ...window, text: await this.freezer.freeze(scene) };
  }
}
