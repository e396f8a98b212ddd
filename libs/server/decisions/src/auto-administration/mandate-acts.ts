import { Injectable } from '@nestjs/common';
import { type MandateActName } from '@tavolo/governance';
import { ActRunner, type Act, type RunOptions, type Who } from '@tavolo/server-platform';
import { AnnounceRevocation } from './announce-revocation.act.js';
import { GrantMandate } from './grant-mandate.act.js';
import { type ActedOnMandate } from './mandate-act.js';
import { RecordHearing } from './record-hearing.act.js';
import { ReportMandate } from './report-mandate.act.js';
import { ResumeMandate } from './resume-mandate.act.js';
import { RevokeMandate } from './revoke-mandate.act.js';
import { SuspendMandate } from './suspend-mandate.act.js';
import { WithdrawRevocation } from './withdraw-revocation.act.js';

type AnyMandateAct = Act<unknown, ActedOnMandate>;

/** Performs acts on mandates by name: for requests, imports and tests the one way in. */
@Injectable()
export class MandateActs {
  readonly #acts: Readonly<Record<MandateActName, AnyMandateAct>>;

  constructor(
    private readonly runner: ActRunner,
    grant: GrantMandate,
    report: ReportMandate,
    suspend: SuspendMandate,
    resume: ResumeMandate,
    announceRevocation: AnnounceRevocation,
    hear: RecordHearing,
    withdrawRevocation: WithdrawRevocation,
    revoke: RevokeMandate,
  ) {
    this.#acts = {
      'mandate.granted': grant,
      'mandate.reported': report,
      'mandate.suspended': suspend,
      'mandate.resumed': resume,
      'mandate.revocation_announced': announceRevocation,
      'mandate.heard': hear,
      'mandate.revocation_withdrawn': withdrawRevocation,
      'mandate.revoked': revoke,
    };
  }

  /** Performs an act; what comes from a client must have been read with the contract's schema before. Throws whatever refuses the act. */
  perform(
    name: MandateActName,
    mandate: string,
    body: object,
    who: Who,
    options: RunOptions = {},
  ): Promise<ActedOnMandate> {
    return this.runner.run(this.#acts[name], { ...body, mandate }, who, options);
  }
}
