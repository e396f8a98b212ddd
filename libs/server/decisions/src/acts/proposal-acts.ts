import { type ActName } from '@tavolo/contracts';
import { ActRunner, NotFound, type RunOptions, type Who } from '@tavolo/server-platform';
import { SharedTexts, type ActedOn, type ProposalAct } from '@tavolo/server-proposals';
import { Inject, Injectable } from '@nestjs/common';

/** Every act on a proposal, by the name under which it is recorded. */
export const PROPOSAL_ACTS = Symbol('acts on a proposal');

/** Performs acts on proposals by name: for requests, imports and tests the one way in. */
@Injectable()
export class ProposalActs {
  readonly #acts: ReadonlyMap<string, ProposalAct<object>>;

  constructor(
    @Inject(PROPOSAL_ACTS) acts: readonly ProposalAct<object>[],
    private readonly runner: ActRunner,
    private readonly texts: SharedTexts,
  ) {
    this.#acts = new Map(acts.map((act) => [act.name, act]));
  }

  /**
   * Performs an act. `body` may carry what only imports know (keys, translations): what comes from a client must have been read with the
   * contract's schema before. Throws `NotFound` for an act that is none on a proposal, and whatever refuses the act.
   */
  async perform(name: ActName, proposal: string, body: object, who: Who, options: RunOptions = {}): Promise<ActedOn> {
    const act = this.#acts.get(name);
    if (!act) throw new NotFound('act', { act: name });
    try {
      return await this.runner.run(act, { ...body, proposal }, who, options);
    } finally {
      // Also when it failed: a text that was stopped for it is opened again.
      await this.texts.reconsider(proposal);
    }
  }
}
