import { seat, table } from '../testing/table-builder.js';
import { placesMessages } from '../messages/places-messages.js';
import { lastOf } from './place.js';

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
