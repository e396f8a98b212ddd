import { type ConsultationRulebook, type PlanningRulebook } from '@tavolo/governance';
import { rulebookText, whoDecidesText } from './rulebook-text.js';

const rulebook: PlanningRulebook = {
  key: 'RB-1',
  version: 1,
  adoptedOn: '2026-03-16',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  mode: 'planning',
  parties: ['public', 'third_sector'],
  quorum: { overall: { fraction: '1/2', strict: true }, emptySector: 'block' },
  decision: { first: 'ballot', base: 'cast', threshold: { fraction: '2/3', strict: false }, concurrence: [] },
  hold: null,
  maxReferBack: 1,
  mediationDays: 15,
  negotiationDays: 120,
  ratificationDays: 15,
  maxConsentRounds: 2,
  ratifyingOrgan: { name: { en: 'Assembly of Mayors', it: 'Assemblea dei Sindaci' }, days: 60 },
};

const consultation: ConsultationRulebook = {
  ...{ key: 'RB-2', version: 1, adoptedOn: '2026-03-16', zone: 'Europe/Rome' },
  ...{ holidays: { country: 'IT', local: [] }, mode: 'consultation', windowDaysMin: 20, urgentWindowDaysMin: 1 },
  extension: { days: 10, times: 0, belowSeats: '1/2', ifSectorSilent: false },
  ...{ replyDays: 30, lapseDays: 60, deviationStatementMinChars: 200 },
};

describe('a rulebook in plain words', () => {
  it('leaves no value unsaid', () => {
    for (const language of ['en', 'it'] as const) {
      const sentences = rulebookText(rulebook, language);
      expect(sentences.length).toBeGreaterThan(8);
      expect(sentences.filter((sentence) => /[{}]|undefined|\[object/.test(sentence))).toEqual([]);
    }
  });

  it('says the majority as it is', () => {
    expect(rulebookText(rulebook, 'en')).toContain(
      'In a ballot the text is adopted when at least 2⁄3 of the votes cast as yes or no are yes.',
    );
  });
});

describe('the numbers of a rulebook', () => {
  const short: PlanningRulebook = {
    ...rulebook,
    quorum: {
      ...rulebook.quorum,
      secondCall: { afterDays: 1, overall: { fraction: '1/3', strict: false }, perSectorMin: 1 },
    },
    decision: { ...rulebook.decision, first: 'consent' },
    hold: { need: '2/3', days: 1, perProposal: 1 },
    maxConsentRounds: 1,
    maxReferBack: 0,
    mediationDays: 1,
    negotiationDays: 1,
    ratificationDays: 1,
  };

  it.each(['en', 'it'] as const)('are said in the singular where there is one: %s', (language) => {
    const text = rulebookText(short, language).join(' ');
    expect(text.match(/\b1 (days|rounds|times|giorni|giri|volte)\b|\b0 (times|volte)\b/gu)).toBeNull();
  });

  it('are counted in the plural otherwise', () => {
    const [english, italian] = [rulebookText(rulebook, 'en'), rulebookText(rulebook, 'it')];
    expect(english).toContain('A negotiation lasts 120 days at most.');
    expect(italian).toContain('Un negoziato dura al massimo 120 giorni.');
    expect(rulebookText(short, 'it')).toContain(
      'Se partecipano in troppo pochi, dopo un giorno può seguire una seconda convocazione: allora basta che partecipi almeno 1⁄3 dei seggi aventi diritto, e non meno di 1 di ogni parte.',
    );
  });

  it('are days where the shortest time for assessments is said', () => {
    const sentences = rulebookText(consultation, 'en');
    expect(sentences).toContain(
      'Assessments can be given for at least 20 days; one day when it is urgent, with a written reason.',
    );
    expect(sentences).toContain('The window is not extended.');
  });
});

describe('who decides', () => {
  it('names the majority and the organ, and claims no concurrence that the rules do not ask for', () => {
    expect(whoDecidesText(rulebook, 'en')).toBe(
      'The table decides together, by a ballot with at least 2⁄3 of the votes cast as yes or no. Then the organ (Assembly of Mayors) confirms or refuses within 60 days.',
    );
  });

  it('names the institution that decides, where the table knows it', () => {
    const institution = { en: 'Municipality of Piandaria', it: 'Comune di Piandaria' };
    expect(whoDecidesText(consultation, 'it', institution)).toMatch(
      /^Decide l’istituzione, Comune di Piandaria, dopo/u,
    );
    expect(whoDecidesText(consultation, 'en')).toMatch(/^The institution decides, after/u);
  });

  it('names the sectors that have to concur', () => {
    const concurring = {
      ...rulebook,
      decision: { ...rulebook.decision, concurrence: ['public', 'citizens'] as const },
    };
    expect(whoDecidesText(concurring, 'it')).toContain('più sì che no: Enti pubblici e Cittadini.');
  });
});
