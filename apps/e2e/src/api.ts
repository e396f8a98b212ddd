import { type ProposalView } from '@tavolo/contracts';
import { type PlanningProcedure } from '@tavolo/governance';
import { expect } from '@playwright/test';
import { type Person } from './people.js';

/** The proposal as this person sees it. */
export async function proposalOf(person: Person, key: string): Promise<ProposalView> {
  const { status, body } = await person.get(`/proposals/${key}`);
  expect(status).toBe(200);
  return body as ProposalView;
}

/** Performs an act and expects it to be accepted. */
export async function act(person: Person, proposal: string, name: string, body: unknown = {}): Promise<ProposalView> {
  const answer = await person.post(`/proposals/${proposal}/acts/${name}`, body);
  expect(answer.status, `${name}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  return answer.body as ProposalView;
}

/** The negotiated procedure of a proposal. */
export function planning({ procedure }: ProposalView): PlanningProcedure {
  if (procedure.mode !== 'planning') throw new Error('not a negotiated procedure');
  return procedure;
}

/** Moves the demonstration's clock. */
export async function moveClock(person: Person, now: string): Promise<void> {
  const answer = await person.post('/clock', { now });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
}
