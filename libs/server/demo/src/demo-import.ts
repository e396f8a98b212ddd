import { Injectable } from '@nestjs/common';
import { type Language } from '@tavolo/kernel';
import { DueWork, MandateActs, ModeChangeActs, ProposalActs } from '@tavolo/server-decisions';
import { ActRunner, Jobs, MoveClock, system } from '@tavolo/server-platform';
import { ProposalFinder, TextImport } from '@tavolo/server-proposals';
import { readDemoData } from './demo-data.js';
import { areaSteps, beginning } from './importing/area-steps.js';
import { charterSteps } from './importing/charter-steps.js';
import { coalitionSteps } from './importing/coalition-steps.js';
import { consultationSteps } from './importing/consultation-steps.js';
import { DemoActs } from './importing/demo-acts.js';
import { DemoScene } from './importing/demo-scene.js';
import { fosterCareSteps, nurserySteps } from './importing/planning-steps.js';
import { zonePlanSteps } from './importing/steering-steps.js';
import { mandateSteps } from './importing/mandate-steps.js';
import { modeChangeSteps } from './importing/mode-change-steps.js';
import { moment, type DemoScript } from './importing/step.js';
import { DemoState } from './demo-state.reader.js';

/**
 * Imports the demonstration area through the acts, each at its recorded time, so that its audit log is a true log; then puts the clock to
 * the moment that the data describe. An import that was broken off is taken up where it stopped.
 */
@Injectable()
export class DemoImport {
  constructor(
    private readonly runner: ActRunner,
    private readonly acts: DemoActs,
    private readonly proposalActs: ProposalActs,
    private readonly mandateActs: MandateActs,
    private readonly modeChangeActs: ModeChangeActs,
    private readonly texts: TextImport,
    private readonly proposals: ProposalFinder,
    private readonly due: DueWork,
    private readonly jobs: Jobs,
    private readonly clock: MoveClock,
    private readonly state: DemoState,
  ) {}

  /** Imports what is not there yet; `tell` hears how far it is. Returns whether anything had to be imported. */
  async importOnce(
    language: Language,
    tell: (done: number, total: number) => void = () => undefined,
  ): Promise<boolean> {
    if (await this.state.isComplete()) return false;
    const data = await readDemoData();
    const script: DemoScript = { data, language };
    const scene = new DemoScene(
      this.runner,
      this.proposalActs,
      this.texts,
      this.proposals,
      this.mandateActs,
      this.modeChangeActs,
    );
    const steps = [
      ...areaSteps(script, this.acts),
      ...fosterCareSteps(script, this.acts),
      ...nurserySteps(script, this.acts),
      ...zonePlanSteps(script, this.acts),
      ...consultationSteps(script, this.acts, this.due, 'C-201'),
      ...consultationSteps(script, this.acts, this.due, 'C-202'),
      ...charterSteps(script, this.acts, 'R-301'),
      ...coalitionSteps(script, this.acts, 'P-601'),
      ...mandateSteps(script, this.acts, this.due, 'MD-1'),
      ...modeChangeSteps(script, this.acts, this.due, 'MC-1'),
    ];
    const inOrder = steps
      .map((step, index) => ({ step, index }))
      .sort((a, b) => a.step.at.localeCompare(b.step.at) || a.index - b.index);
    // What follows from time is recorded by the steps at the moments of the data. By the clock of this machine all those deadlines are over:
    // it is put to the beginning first, so that nothing is due by itself, also not when an import was broken off and the server starts again.
    await scene.run(this.clock, { now: beginning }, system, beginning, 'clock');
    await this.jobs.pausedWhile(async () => {
      for (const [done, { step }] of inOrder.entries()) {
        await step.run(scene, step.at);
        tell(done + 1, inOrder.length);
      }
    });
    await this.runner.run(this.clock, { now: moment(data.referenceNow) }, system);
    return true;
  }
}
