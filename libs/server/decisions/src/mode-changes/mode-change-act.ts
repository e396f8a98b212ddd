import { Injectable } from '@nestjs/common';
import {
  entriesOfModeChangeAct,
  modeChangeStream,
  stepModeChange,
  type ModeChangeAct as ActValue,
  type ModeChangeActName,
  type ModeChangeActPayloads,
} from '@tavolo/governance';
import { Act, type ActContext, type DisclosureDraft } from '@tavolo/server-platform';
import { blockersAt, findModeChange, saveModeChange, type ModeChangeRow } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { z } from 'zod';
import { freeTexts } from '../acts/procedure-act.js';
import { refuse } from '../acts/refusals.js';
import { sceneOf, type TableScene } from '../acts/scene-of.js';
import { entryIn, recordModeChangeClock, recordModeChangeStep } from './recording.js';

/** Where an act on a change of mode takes place. */
export type ModeChangeScene = TableScene<ModeChangeRow>;

/** The answer of every act on a change of mode: where to look for what has become of it. */
export interface ActedOnModeChange {
  readonly modeChange: string;
}

type OnModeChange<Body> = Body & { readonly modeChange: string };

/**
 * An act of a member on a change of mode. What the clock has brought about meanwhile follows first; then the domain decides; then the act
 * is recorded with what follows from it. Somebody who may not know of the table is told `not_found`.
 */
@Injectable()
export abstract class ModeChangeAct<Name extends ModeChangeActName, Body extends object> extends Act<
  OnModeChange<Body>,
  ActedOnModeChange
> {
  abstract override readonly name: Name;
  /** What the act carries. */
  abstract readonly body: z.ZodType<Body>;

  constructor(protected readonly policy: TablePolicy) {
    super();
  }

  override get command(): z.ZodType<OnModeChange<Body>> {
    return z.intersection(z.object({ modeChange: z.string().max(64) }), this.body);
  }

  override async execute(command: OnModeChange<Body>, context: ActContext): Promise<ActedOnModeChange> {
    const found = await findModeChange(context.manager, command.modeChange);
    const scene = await sceneOf(this.policy, found, 'modeChange', context);
    const { row, table, composition, actor } = scene;
    const { manager, now } = context;
    const payload = await this.payload(command, scene);
    const blockers = await blockersAt(manager, row, now);
    const before = await recordModeChangeClock(scene, row.change, blockers);
    const act = { ...payload, name: this.name, by: actor, table: composition } as unknown as ActValue;
    const outcome = stepModeChange(before, act, now, blockers);
    if (!outcome.ok) throw refuse(outcome.refusal);
    const [own, ...further] = entriesOfModeChangeAct(act, outcome.change, now);
    context.record({ ...entryIn(table, own), disclosures: this.disclosures(payload, scene) });
    for (const entry of further) context.record(entryIn(table, entry));
    await saveModeChange(manager, row, outcome.change);
    context.announce({ table: table.key, act: this.name, subject: modeChangeStream(row.key) });
    await recordModeChangeStep(scene, outcome);
    return { modeChange: row.key };
  }

  /** What the act says to the domain. */
  protected abstract payload(
    body: Body,
    scene: ModeChangeScene,
  ): ModeChangeActPayloads[Name] | Promise<ModeChangeActPayloads[Name]>;

  /** What can be erased of it: the words that were written. */
  protected disclosures(payload: ModeChangeActPayloads[Name], scene: ModeChangeScene): DisclosureDraft[] {
    return freeTexts(payload, scene);
  }
}
