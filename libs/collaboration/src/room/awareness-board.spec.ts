import { decodeAwareness, encodeAwareness, visitorMember } from '../protocol/index.js';
import { AwarenessBoard } from './awareness-board.js';

const person = (member: string) => ({ member, name: member, organisation: null, sector: null, color: '#225577' });

describe('who is present in a text', () => {
  const shown = (member: string): unknown => {
    const board = new AwarenessBoard(() => 1, 2048);
    const state = JSON.stringify({ cursor: { anchor: 3 }, user: person('the mayor') });
    board.take(encodeAwareness([{ clientId: 7, clock: 1, state }]), 7, person(member));
    return JSON.parse(decodeAwareness(board.everybody() ?? new Uint8Array(), 9)?.[0]?.state ?? 'null');
  };

  it('is shown with her caret, under the name that the server knows', () => {
    expect(shown('nadia')).toEqual({ cursor: { anchor: 3 }, user: person('nadia') });
  });

  it('is a visitor of whom nobody sees where she reads', () => {
    expect(shown(visitorMember)).toEqual({ user: person(visitorMember) });
  });
});
