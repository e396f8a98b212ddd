import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads, type FrozenText } from '@tavolo/governance';
import { TextFreezer, type ProposalState, type Scene } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { type z } from 'zod';
import { decide, ProcedureAct, saidOf } from '../acts/procedure-act.js';
import { upToDate } from '../recording/consequences.js';

const body = proposalActBodies['decision.recorded'];
type DecisionBody = z.infer<typeof body>;

/**
 * The institution decides. Only when every assessment has its reply, and with a statement when it departs from the prevailing opinion.
 * Adopting with changes freezes the text as the institution has changed it.
 */
@Injectable()
export class RecordDecision extends ProcedureAct<'decision.recorded', DecisionBody> {
  readonly name = 'decision.recorded';
  readonly body = body;
  override readonly sealed = true;

  constructor(
    policy: TablePolicy,
    private readonly freezer: TextFreezer,
  ) {
    super(policy);
  }

  protected override async perform(body: DecisionBody, scene: Scene): Promise<ProposalState> {
    const current = upToDate(scene);
    return super.perform(
      body,
      body.outcome === 'adopted_with_changes' ? await this.withChanges(body, current) : current,
    );
  }

  protected payload({ outcome, statement }: DecisionBody, { proposal }: Scene): ActPayloads['decision.recorded'] {
    return { outcome, statement, version: proposal.procedure.versions.at(-1)?.version ?? null };
  }

  private async withChanges(body: DecisionBody, scene: Scene): Promise<Scene> {
    // Refuses before anybody is stopped in the middle of a word.
    const previewed = withText(scene, await this.freezer.preview(scene));
    decide(previewed, this.name, this.payload(body, previewed));
    const frozen = await this.freezer.freeze(scene, (text) => saidOf(scene, 'proposal.frozen', { text }));
    return withText(scene, frozen);
  }
}

function withText(scene: Scene, text: FrozenText): Scene {
  const { procedure } = decide(scene, 'proposal.frozen', { text });
  return { ...scene, proposal: { ...scene.proposal, procedure } };
}
