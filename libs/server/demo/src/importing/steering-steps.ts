import { ballotSteps } from './ballot-steps.js';
import { type DemoActs } from './demo-acts.js';
import { beginSteps, proposalOf, settleSteps, step } from './planning-steps.js';
import { type DemoScript, type Step } from './step.js';

/** The people who confirm a text for the facilitator and the two parties of T-SYS. */
const confirming = ['m40', 'm03', 'm12'];

/** P-501: passes although the third sector is split; two associations dissent, and the Assembly of Mayors is to confirm it. */
export function zonePlanSteps(script: DemoScript, acts: DemoActs): Step[] {
  const proposal = proposalOf(script, 'P-501');
  return [
    ...beginSteps(script, acts, proposal, '2026-10-01'),
    ...settleSteps(script, proposal, 1, confirming, '2026-10-20', '09'),
    ...ballotSteps(script, proposal, 'B-3', '2026-10-20T10:05:00+02:00'),
    ...proposal.dissents.flatMap(({ by, on, text }) =>
      by.map((person) => step('P-501', 'dissent.attached', person, { text: text[script.language] }, on, '18:30:00')),
    ),
  ];
}
