import { Injectable } from '@nestjs/common';
import {
  entryOfMandateAct,
  mandateStream,
  stepMandate,
  type Mandate,
  type MandateAct as ActValue,
  type MandateActName,
  type MandateActPayloads,
} from '@tavolo/governance';
import { Act, type ActContext } from '@tavolo/server-platform';
import { findMandate, saveMandate, type MandateRow } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { z } from 'zod';
import { freeTexts } from '../acts/procedure-act.js';
import { refuse } from '../acts/refusals.js';
import { sceneOf, type TableScene } from '../acts/scene-of.js';
import { leaveMandate, recordFollowed, recordOfMandate, tellDecisions } from './telling.js';

/** Where an act on a mandate takes place. */
export type MandateScene = TableScene<MandateRow>;

/** The answer of every act on a mandate: where to look for what has become of it. */
export interface ActedOnMandate {
  readonly mandate: string;
}

type OnMandate<Body> = Body & { readonly mandate: string };

/**
 * An act of a member on a mandate. What the clock has brought about meanwhile follows first; then the domain decides; then the act is
 * recorded with what follows from it, and the decisions under way are told. Somebody who may not know of the table is told `not_found`.
 */
@Injectable()
export abstract class MandateAct<Name extends MandateActName, Body extends object> extends Act<
  OnMandate<Body>,
  ActedOnMandate
> {
  abstract override readonly name: Name;
  /** What the act carries. */
  abstract readonly body: z.ZodType<Body>;

  constructor(protected readonly policy: TablePolicy) {
    super();
  }

  override get command(): z.ZodType<OnMandate<Body>> {
    return z.intersection(z.object({ mandate: z.string().max(64) }), this.body);
  }

  override async execute(command: OnMandate<Body>, context: ActContext): Promise<ActedOnMandate> {
    const found = await findMandate(context.manager, command.mandate);
    const scene = await this.prepare(await sceneOf(this.policy, found, 'mandate', context));
    const payload = await this.payload(command, scene);
    const after = decideOnMandate(scene, this.name, payload);
    const saved = await saveMandate(context.manager, scene.row, after);
    context.announce({ table: scene.table.key, act: this.name, subject: mandateStream(saved.key) });
    await tellDecisions(scene, saved.key);
    if (!scene.row.mandate.ended) await leaveMandate(scene, after);
    await this.thereafter(payload, { ...scene, row: saved });
    return { mandate: saved.key };
  }

  /** What the act says to the domain. */
  protected abstract payload(
    body: Body,
    scene: MandateScene,
  ): MandateActPayloads[Name] | Promise<MandateActPayloads[Name]>;

  /** What has to be up to date before the act is decided. */
  protected prepare(scene: MandateScene): MandateScene | Promise<MandateScene> {
    return scene;
  }

  /** What the act brings about beyond the mandate. */
  protected thereafter(_payload: MandateActPayloads[Name], _scene: MandateScene): void | Promise<void> {
    return undefined;
  }
}

/**
 * The mandate after the act, which is recorded with what decided and where the mandate stands then, so that anybody can carry it out again
 * from the log: after what the clock had brought about, and before what follows from it.
 */
function decideOnMandate<Name extends MandateActName>(
  scene: MandateScene,
  name: Name,
  payload: MandateActPayloads[Name],
): Mandate {
  const { context, row, table, actor, composition } = scene;
  const { now } = context;
  const before = recordOfMandate(scene, row.mandate);
  const act = { ...payload, name, by: actor, table: composition } as unknown as ActValue;
  const outcome = stepMandate(before, act, now);
  if (!outcome.ok) throw refuse(outcome.refusal);
  const { mandate: after, consequences } = outcome;
  const entry = entryOfMandateAct({ act, after, now });
  context.record({ ...entry, act: name, space: table.space, disclosures: freeTexts(payload, scene) });
  recordFollowed(scene, { mandate: after, consequences });
  return after;
}
