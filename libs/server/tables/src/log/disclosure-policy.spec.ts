import { isOpenToAll } from './disclosure-policy.js';

const person = '0198-somebody';

describe('what a reader without names sees of the erasable part', () => {
  it.each([
    ['member.joined', 'title', person],
    ['member.joined', 'organisation', person],
    ['invitation.sent', 'email', null],
    ['proposal.drafted', 'title', person],
    ['seat.recused', 'reason', person],
    ['decision.recorded', 'name', person],
  ] as const)('not: %s, %s', (act, name, subject) => {
    expect(isOpenToAll(act, { name, subject })).toBe(false);
  });

  it.each([
    ['table.created', 'name', null],
    ['reply.published', 'reason', person],
    ['assessment.submitted', 'text', person],
  ] as const)('yes: %s, %s', (act, name, subject) => {
    expect(isOpenToAll(act, { name, subject })).toBe(true);
  });
});
