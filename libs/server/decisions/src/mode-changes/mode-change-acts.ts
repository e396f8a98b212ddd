import { Injectable } from '@nestjs/common';
import { type ModeChangeActName } from '@tavolo/governance';
import { ActRunner, type Act, type RunOptions, type Who } from '@tavolo/server-platform';
import { CastModeVote } from './cast-mode-vote.act.js';
import { CloseModeBallot } from './close-mode-ballot.act.js';
import { ConsentToModeChange } from './consent-to-mode-change.act.js';
import { type ActedOnModeChange } from './mode-change-act.js';
import { OpenModeBallot } from './open-mode-ballot.act.js';
import { RefuseModeChange } from './refuse-mode-change.act.js';
import { RequestModeClosing } from './request-mode-closing.act.js';
import { SupportModeChange } from './support-mode-change.act.js';
import { WithdrawModeChange } from './withdraw-mode-change.act.js';

type AnyModeChangeAct = Act<unknown, ActedOnModeChange>;

/** Performs acts on changes of mode by name: for requests, imports and tests the one way in. */
@Injectable()
export class ModeChangeActs {
  readonly #acts: Readonly<Record<ModeChangeActName, AnyModeChangeAct>>;

  constructor(
    private readonly runner: ActRunner,
    support: SupportModeChange,
    withdraw: WithdrawModeChange,
    open: OpenModeBallot,
    cast: CastModeVote,
    requestClosing: RequestModeClosing,
    close: CloseModeBallot,
    consent: ConsentToModeChange,
    refuse: RefuseModeChange,
  ) {
    this.#acts = {
      'mode_change.supported': support,
      'mode_change.withdrawn': withdraw,
      'vote.opened': open,
      'vote.cast': cast,
      'ballot.early_closing_requested': requestClosing,
      'vote.closed': close,
      'mode_change.consented': consent,
      'mode_change.refused': refuse,
    };
  }

  /** Performs an act; what comes from a client must have been read with the contract's schema before. Throws whatever refuses the act. */
  perform(
    name: ModeChangeActName,
    modeChange: string,
    body: object,
    who: Who,
    options: RunOptions = {},
  ): Promise<ActedOnModeChange> {
    return this.runner.run(this.#acts[name], { ...body, modeChange }, who, options);
  }
}
