import { type Actor, type Composition, type Procedure } from '@tavolo/governance';
import { memberId } from '@tavolo/kernel';
import { DomainRefusal } from '@tavolo/server-platform';
import { refuseAnswering, refuseProposing, refuseWithdrawing } from './amendment-rules.js';

const [sponsor, author] = [memberId('m_sponsor'), memberId('m_author')];
const as = (member: typeof sponsor): Actor => ({ member, seat: null, roles: [] });
const table: Composition = { seats: [], roles: [] };
const open = { outcome: 'open', by: author } as const;

const planningIn = (stage: string): Procedure =>
  ({ mode: 'planning', stage, sponsors: [sponsor], recusals: [] }) as never;

const codeOf = (attempt: () => void): string => {
  try {
    attempt();
    return 'taken';
  } catch (error) {
    return error instanceof DomainRefusal ? error.refusal.code : String(error);
  }
};

describe('a request that is open when the text freezes', () => {
  const answer = (stage: string, act: string) =>
    codeOf(() => refuseAnswering(planningIn(stage), as(sponsor), table, open, act));

  it.each(['settled', 'voting', 'adopted', 'closed'])('is not taken over into a frozen text (%s)', (stage) => {
    expect(answer('negotiating', 'amendment.accepted')).toBe('taken');
    expect(answer(stage, 'amendment.accepted')).toBe('wrong_stage');
  });

  it.each(['settled', 'voting', 'adopted', 'closed'])('still gets its answer, or is withdrawn (%s)', (stage) => {
    expect(answer(stage, 'amendment.rejected')).toBe('taken');
    expect(codeOf(() => refuseWithdrawing(planningIn(stage), as(author), open))).toBe('taken');
    expect(answer('draft', 'amendment.rejected')).toBe('wrong_stage');
  });

  it('is answered by the sponsors alone, and once', () => {
    const stranger = () => refuseAnswering(planningIn('voting'), as(author), table, open, 'amendment.rejected');
    expect(codeOf(stranger)).toBe('not_your_role');
    const answered = { outcome: 'rejected', by: author } as const;
    const twice = () => refuseAnswering(planningIn('voting'), as(sponsor), table, answered, 'amendment.rejected');
    expect(codeOf(twice)).toBe('already_done');
  });
});

describe('a member who has declared an interest', () => {
  const left = {
    ...planningIn('negotiating'),
    recusals: [{ seat: 's1', member: sponsor, reason: 'My firm.' }],
  } as never;

  it('neither asks for changes nor answers those of others', () => {
    expect(codeOf(() => refuseProposing(left, as(sponsor), table, 'friendly'))).toBe('recused');
    for (const act of ['amendment.accepted', 'amendment.rejected'])
      expect(codeOf(() => refuseAnswering(left, as(sponsor), table, open, act))).toBe('recused');
    expect(codeOf(() => refuseWithdrawing(left, as(author), open))).toBe('taken');
  });
});
