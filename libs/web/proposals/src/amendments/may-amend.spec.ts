import {
  agreed,
  balloted,
  charter,
  consultation,
  consulted,
  negotiated,
  planning,
  proposalView,
  signing,
} from '../testing/proposal-builder.js';
import { amendingRights, fateOf } from './may-amend.js';

const rights = (...shown: Parameters<typeof proposalView>) => amendingRights(proposalView(...shown));

describe('changes to a text', () => {
  it('are asked for by voting seats while it is negotiated, and answered by the sponsors', () => {
    const procedure = planning(...negotiated);
    expect(rights(procedure, 'm3')).toMatchObject({ ask: true, accept: false, reject: false });
    expect(rights(procedure, 'm2')).toMatchObject({ ask: true, accept: true, reject: true });
    expect(rights(procedure, 'm4')).toMatchObject({ ask: false });
    expect(rights(procedure)).toEqual({ ask: false, accept: false, reject: false, withdraw: false });
  });

  it('are asked for by voting seats while a charter is drafted, and not once it is signed', () => {
    const drafted = charter(['charter.invited', 'm2'], ['drafting.joined', 'm2']);
    expect(rights(drafted, 'm3')).toMatchObject({ ask: true, accept: false });
    expect(rights(drafted, 'm2')).toMatchObject({ accept: true });
    expect(rights(charter(...signing), 'm3')).toMatchObject({ ask: false });
  });

  it('are neither asked for nor taken over while the table votes; who asked gets an answer, or withdraws, all the same', () => {
    const voting = planning(...balloted);
    expect(rights(voting, 'm2')).toEqual({ ask: false, accept: false, reject: true, withdraw: true });
    expect(rights(voting, 'm3')).toEqual({ ask: false, accept: false, reject: false, withdraw: true });
  });

  it('wait for an answer, are carried to the next version by the freezing, and are left by the last version', () => {
    expect(
      [planning(...negotiated), planning(...balloted), agreed()].map((procedure) => fateOf({ procedure })),
    ).toEqual(['open', 'carried', 'unanswered']);
  });

  it('are suggested by every seat in a consultation, and answered by the institution that decides', () => {
    const procedure = consultation(...consulted);
    expect(rights(procedure, 'm4')).toMatchObject({ ask: true, accept: false, reject: false });
    expect(rights(procedure, 'm1')).toMatchObject({ accept: true, reject: true });
  });
});
