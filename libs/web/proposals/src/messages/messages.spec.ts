import { charterMessages } from './charter-messages.js';
import { agreementMessages } from './agreement-messages.js';
import { consultationMessages } from './consultation-messages.js';
import { decisionMessages } from './decision-messages.js';
import { mandateMessages } from './mandate-messages.js';
import { negotiationMessages } from './negotiation-messages.js';
import { newsMessages } from './news-messages.js';
import { pageMessages } from './page-messages.js';
import { planningMessages } from './planning-messages.js';
import { stepMessages } from './step-messages.js';
import { writingMessages } from './writing-messages.js';

const placeholders = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name!).sort();

describe.each(
  Object.entries({
    charterMessages,
    agreementMessages,
    consultationMessages,
    decisionMessages,
    mandateMessages,
    negotiationMessages,
    newsMessages,
    pageMessages,
    planningMessages,
    stepMessages,
    writingMessages,
  }),
)('%s', (_name, { messages: { en, it: italian } }) => {
  it('say the same things in English and Italian, with the same values', () => {
    expect(Object.keys(italian).sort()).toEqual(Object.keys(en).sort());
    for (const [key, sentence] of Object.entries(en)) {
      const other = (italian as Readonly<Record<string, string>>)[key] ?? '';
      expect({ key, values: placeholders(other) }).toEqual({ key, values: placeholders(sentence) });
      expect(other.trim()).not.toBe('');
    }
  });
});
