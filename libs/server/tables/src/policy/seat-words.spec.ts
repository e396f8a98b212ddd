import { deputyWords, rolesWords, seatWords } from './seat-words.js';

describe('what stands for a name', () => {
  it('is the number of the seat and its sector', () => {
    expect(seatWords({ number: 3, sector: 'citizens' })).toEqual({ en: 'Seat 3, citizens', it: 'Seggio 3, cittadini' });
  });

  it('is the seat for its deputy too', () => {
    expect(deputyWords({ number: 1, sector: 'public' })).toEqual({
      en: 'Deputy of seat 1, public bodies',
      it: 'Supplente del seggio 1, enti pubblici',
    });
  });

  it('is the role of who guides the table', () => {
    expect(rolesWords(['facilitator', 'secretary'])).toEqual({
      en: 'Facilitator, Secretary',
      it: 'Facilitatore, Segretario verbalizzante',
    });
    expect(rolesWords([])).toBeNull();
  });
});
