import { seat, table, visitor } from '../testing/table-builder.js';
import { placesMessages } from '../messages/places-messages.js';
import { lastOf, mayEnd, mayGive } from './place.js';

const fabio = { member: 'm9', name: 'Fabio', title: null };

describe('what ending a place leaves behind', () => {
  const seatsView = [
    seat(1, 'public'),
    seat(2, 'public', { right: 'voice' }),
    seat(3, 'public', { holder: null }),
    seat(4, 'citizens'),
    seat(5, 'citizens'),
  ];
  const view = table({ seatsView, rolesView: [{ role: 'facilitator', holder: fabio }] });
  const holder = (number: number) => {
    const of = seatsView[number - 1]!;
    return lastOf(view, { kind: 'holder', seat: of, member: of.holder! });
  };

  it('is a sector without a vote when no other voting seat of it has a holder', () => {
    expect([1, 2, 4].map(holder)).toEqual(['sector', null, null]);
  });

  it('is a role that nobody has, unless somebody else has it too', () => {
    const role = { kind: 'role', role: 'facilitator', member: fabio } as const;
    expect(lastOf(view, role)).toBe('role');
    const two = [...view.rolesView, { role: 'facilitator' as const, holder: { ...fabio, member: 'm8' } }];
    expect(lastOf({ ...view, rolesView: two }, role)).toBeNull();
  });
});

describe('who gives and ends places', () => {
  const me = { ...visitor, member: 'm1', seat: 's1', seesNames: true };
  const guide = { ...me, roles: ['facilitator' as const] };
  const rolesView = [{ role: 'facilitator' as const, holder: fabio }];
  const bench = { kind: 'bench', sector: 'citizens', of: { key: 'T-1', name: { en: 'A table' } } } as const;
  const own = { kind: 'holder', member: { member: 'm1', name: null, title: null } } as const;
  const other = { kind: 'role', member: fabio } as const;

  it('is an administrator at a table, never whoever guides it; everybody ends her own', () => {
    const at = (reader: typeof me) => table({ me: reader, rolesView });
    expect([at(guide), at({ ...me, administrator: true })].map((view) => mayGive(view, 'role'))).toEqual([false, true]);
    expect([mayEnd(at(guide), other), mayEnd(at(me), own)]).toEqual([false, true]);
  });

  it('is whoever guides a private room, and any of its seats while nobody does', () => {
    const room = { kind: 'coalition' } as const;
    const at = (reader: typeof me, roles = rolesView) => table({ me: reader, room, rolesView: roles });
    expect([at(guide), at(me), at(me, [])].map((view) => mayGive(view, 'holder'))).toEqual([true, false, true]);
    expect([at(guide), at(me)].map((view) => mayEnd(view, other))).toEqual([true, false]);
  });

  it('is nobody for the seats of a bench, which follow those of its table', () => {
    const view = table({ me: guide, room: bench, rolesView });
    expect([mayGive(view, 'holder'), mayGive(view, 'role'), mayEnd(view, own)]).toEqual([false, true, false]);
  });
});

describe('the words about places', () => {
  const { en, it: italian }: Readonly<Record<'en' | 'it', Readonly<Record<string, string>>>> = placesMessages.messages;
  const braces = (text = ''): string =>
    [...text.matchAll(/\{(\w+)\}/g)]
      .map(([, name = '']) => name)
      .sort()
      .join();

  it('are the same in both languages, with the same values', () => {
    expect(Object.keys(italian).sort()).toEqual(Object.keys(en).sort());
    const different = Object.keys(en).filter(
      (key) => !key.endsWith('_one') && braces(en[key]) !== braces(italian[key]),
    );
    expect(different).toEqual([]);
  });
});
