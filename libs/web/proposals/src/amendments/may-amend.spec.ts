import {
  balloted,
  charter,
  consultation,
  consulted,
  negotiated,
  planning,
  proposalView,
  signing,
} from '../testing/proposal-builder.js';
import { amendingRights } from './may-amend.js';

const rights = (...shown: Parameters<typeof proposalView>) => amendingRights(proposalView(...shown));

describe('changes to a text', () => {
  it('are asked for by voting seats while it is negotiated, and answered by the sponsors', () => {
    const procedure = planning(...negotiated);
    expect(rights(procedure, 'm3')).toMatchObject({ ask: true, answer: false });
    expect(rights(procedure, 'm2')).toMatchObject({ ask: true, answer: true });
    expect(rights(procedure, 'm4')).toMatchObject({ ask: false });
    expect(rights(procedure)).toEqual({ ask: false, answer: false, withdraw: false });
  });

  it('are asked for by voting seats while a charter is drafted, and not once it is signed', () => {
    const drafted = charter(['charter.invited', 'm2'], ['drafting.joined', 'm2']);
    expect(rights(drafted, 'm3')).toMatchObject({ ask: true, answer: false });
    expect(rights(drafted, 'm2')).toMatchObject({ answer: true });
    expect(rights(charter(...signing), 'm3')).toMatchObject({ ask: false });
  });

  it('are over while the table votes', () => {
    expect(rights(planning(...balloted), 'm2')).toEqual({ ask: false, answer: false, withdraw: false });
  });

  it('are suggested by every seat in a consultation, and answered by the institution that decides', () => {
    const procedure = consultation(...consulted);
    expect(rights(procedure, 'm4')).toMatchObject({ ask: true, answer: false });
    expect(rights(procedure, 'm1')).toMatchObject({ answer: true });
  });
});
