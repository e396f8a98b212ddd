import { seat } from '../testing/table-builder.js';
import { distinctNames } from './distinct-names.js';

const named = (member: string, name: string) => ({ member, name, title: null });
const organisation = (name: string) => ({ id: name, key: name, name: { en: name } });

describe('people with the same name at one table', () => {
  it('are told apart by their organisations, and nobody else is', () => {
    const names = distinctNames(
      {
        seatsView: [
          seat(1, 'public', { holder: named('m1', 'Maria Rossi'), organisation: organisation('Planning Office') }),
          seat(2, 'third_sector', { holder: named('m2', 'Maria Rossi'), organisation: organisation('Filo d’Erba') }),
          seat(3, 'citizens', { holder: named('m3', 'Ugo Bianchi') }),
        ],
        rolesView: [],
      },
      'en',
    );
    expect([...names.values()]).toEqual(['Maria Rossi (Planning Office)', 'Maria Rossi (Filo d’Erba)', 'Ugo Bianchi']);
  });

  it('are told apart by their seats where no organisation does it', () => {
    const office = organisation('Planning Office');
    const names = distinctNames(
      {
        seatsView: [
          seat(1, 'public', { holder: named('m1', 'Maria Rossi'), organisation: office }),
          seat(2, 'public', { holder: named('m2', 'Maria Rossi'), organisation: office }),
          seat(3, 'citizens', { holder: named('m3', 'Maria Rossi') }),
        ],
        rolesView: [],
      },
      'en',
    );
    expect([...names.values()]).toEqual([
      'Maria Rossi (Planning Office, Public bodies, seat 1)',
      'Maria Rossi (Planning Office, Public bodies, seat 2)',
      'Maria Rossi (Citizens, seat 3)',
    ]);
  });

  it('are told apart by what they do, of those who guide the table', () => {
    const names = distinctNames(
      {
        seatsView: [seat(1, 'citizens', { holder: named('m1', 'Maria Rossi') })],
        rolesView: [
          { role: 'facilitator', holder: { member: 'm9', name: 'Maria Rossi', title: { en: 'Mediator' } } },
          { role: 'secretary', holder: named('m1', 'Maria Rossi') },
        ],
      },
      'en',
    );
    expect([...names]).toEqual([
      ['m1', 'Maria Rossi (Citizens, seat 1)'],
      ['m9', 'Maria Rossi (Mediator)'],
    ]);
  });
});
