import { type ActName } from '@tavolo/contracts';
import { type DueWork } from '@tavolo/server-decisions';
import { type DemoProposal } from '../demo-data.js';
import { type DemoActs } from './demo-acts.js';
import { localMoment, moment, type DemoScript, type Step } from './step.js';
import { draftStep, translateStep, writeStep } from './text-steps.js';

/** A consultation of the data: opened, assessed, closed by the clock, answered and decided. */
export function consultationSteps(script: DemoScript, acts: DemoActs, due: DueWork, id: string): Step[] {
  const { data, language } = script;
  const proposal = data.proposals.find((one) => one.id === id);
  if (!proposal?.window) throw new Error(`the demonstration has no consultation ${id}`);
  const [institution = ''] = proposal.sponsors;
  const { opensOn, closesOn } = proposal.window;
  const act = (name: ActName, person: string, body: object, at: string, label: string): Step => ({
    at: moment(at),
    run: (scene, now) => scene.act(name, id, person, body, now, label),
  });
  return [
    draftStep(script, acts, proposal, opensOn, '09:00:00'),
    writeStep(script, proposal, 1, opensOn, '09:30:00'),
    act('consultation.opened', institution, { closesOn }, localMoment(opensOn, '10:00:00'), 'open'),
    translateStep(script, proposal, 1, opensOn, '10:05:00'),
    ...proposal.assessments.map(({ id: key, by, position, clause, reason, condition }) => {
      const event = data.timeline.find(({ type, ref }) => type === 'assessment.submitted' && ref === key);
      const body = {
        key,
        position,
        clause,
        reason: reason?.[language] ?? null,
        condition: condition?.[language] ?? null,
      };
      return act('assessment.submitted', by, body, event?.at ?? localMoment(closesOn, '12:00:00'), key);
    }),
    ...(proposal.decision ? decisionSteps(script, due, proposal, proposal.decision) : []),
  ];
}

function decisionSteps(
  script: DemoScript,
  due: DueWork,
  proposal: DemoProposal,
  decision: NonNullable<DemoProposal['decision']>,
): Step[] {
  const { language } = script;
  const { on, by, outcome, deviationStatement } = decision;
  const changed = proposal.versions.at(-1)?.n ?? 1;
  const step = (name: ActName, body: object, time: string, label: string): Step => ({
    at: localMoment(on, time),
    run: (scene, at) => scene.act(name, proposal.id, by, body, at, label),
  });
  return [
    {
      at: localMoment(on, '08:00:00'),
      run: async (_scene, at) => {
        await due.recordFor(proposal.id, at);
      },
    },
    ...(changed > 1 ? [writeStep(script, proposal, changed, on, '09:30:00')] : []),
    ...proposal.replies.map(({ id: key, assessments, outcome: answer, reason }) =>
      step(
        'reply.published',
        { key, assessments, outcome: answer, reason: reason?.[language] ?? null },
        '10:00:00',
        key,
      ),
    ),
    step('decision.recorded', { outcome, statement: deviationStatement?.[language] ?? null }, '10:30:00', 'decision'),
    ...(changed > 1 ? [translateStep(script, proposal, changed, on, '10:31:00')] : []),
  ];
}
