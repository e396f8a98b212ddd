import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads, type Procedure } from '@tavolo/governance';
import { type JsonObject } from '@tavolo/kernel';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['consent_round.opened'];

/** The facilitator asks whether anybody objects. */
@Injectable()
export class OpenConsentRound extends ProcedureAct<'consent_round.opened', z.infer<typeof body>> {
  readonly name = 'consent_round.opened';
  readonly body = body;

  protected payload(): ActPayloads['consent_round.opened'] {
    return {};
  }

  protected override data(_payload: unknown, after: Procedure): JsonObject {
    const round = after.mode === 'planning' ? after.consentRounds.at(-1) : undefined;
    return round ? { round: round.n, version: round.version, eligible: round.electorate.length } : {};
  }
}
