import {
  rulebookSentenceKeys,
  type AutoRegulationRulebook,
  type ConsultationRulebook,
  type Rulebook,
} from '@tavolo/governance';
import { languages } from '@tavolo/kernel';
import { conditionMessages, provisionMessages, rulebookMessages } from '@tavolo/web-ui';
import { rulebookPageMessages } from '../messages/rulebook-page-messages.js';
import { rulebook } from '../testing/table-builder.js';
import { chaptersOf } from './topics.js';

const { key, version, adoptedOn, zone, holidays } = rulebook;
const consultation: ConsultationRulebook = {
  ...{ key, version, adoptedOn, zone, holidays },
  mode: 'consultation',
  windowDaysMin: 20,
  urgentWindowDaysMin: 7,
  extension: { days: 10, times: 1, belowSeats: '1/2', ifSectorSilent: true },
  replyDays: 30,
  lapseDays: 60,
  deviationStatementMinChars: 200,
};
const charters: AutoRegulationRulebook = {
  ...{ key, version, adoptedOn, zone, holidays },
  mode: 'auto_regulation',
  signingDays: 30,
  signingExtensions: 1,
  entry: { minSignatories: 6, minSectors: 3 },
  reservations: true,
  withdrawalNoticeDays: 60,
  atRiskDays: 30,
  reviewEveryMonths: 12,
};
const planning: Rulebook = {
  ...rulebook,
  quorum: {
    ...rulebook.quorum,
    perSector: { fraction: '1/3', min: 1 },
    secondCall: { afterDays: 2, overall: { fraction: '1/3', strict: false }, perSectorMin: 1 },
  },
  hold: { need: '2/3', days: 15, perProposal: 1 },
  ratifyingOrgan: { name: { en: 'the mayors', it: 'i sindaci' }, days: 60 },
};

describe('a rulebook in plain sentences', () => {
  it.each(rulebookSentenceKeys)('has words in both languages for %s', (sentence) => {
    for (const language of languages) {
      const known = [
        ...Object.keys(rulebookMessages.messages[language]),
        ...Object.keys(conditionMessages.messages[language]),
        ...Object.keys(provisionMessages.messages[language]).map((one) => `provision.${one}`),
      ];
      expect(known.some((one) => one === sentence || one === `${sentence}_other`)).toBe(true);
    }
  });

  it.each(languages)('numbers its sentences without gaps and leaves no value unsaid (%s)', (language) => {
    for (const one of [planning, consultation, charters, rulebook]) {
      const chapters = chaptersOf(one, language);
      const sentences = chapters.flatMap((chapter) => chapter.sentences);
      expect(sentences.map(({ number }) => number)).toEqual(sentences.map((_, index) => index + 1));
      for (const { text } of sentences) expect(text).toMatch(/^[^{}]{10,}\.$/u);
      for (const { topic } of chapters)
        expect(rulebookPageMessages.messages[language]).toHaveProperty([`topic.${topic}`]);
    }
  });

  it('says under which condition a charter is in force, and that only its signers are bound', () => {
    const texts = chaptersOf(charters, 'en').flatMap(({ sentences }) => sentences.map(({ text }) => text));
    expect(texts).toContain(
      'The charter is in force when at least 6 have signed it, from at least 3 sectors. Others can join later.',
    );
    expect(texts[0]).toBe('Each subject signs for itself; only those who sign are bound.');
  });

  it('says how a text is decided after saying how the table works', () => {
    expect(chaptersOf(planning, 'en').map(({ topic }) => topic)).toEqual([
      'working',
      'deciding',
      'quorum',
      'stopping',
      'confirming',
    ]);
  });
});
