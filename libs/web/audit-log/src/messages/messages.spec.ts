import { type Catalogue } from '@tavolo/web-ui';
import { detailMessages } from './detail-messages.js';
import { logMessages } from './log-messages.js';

const catalogues: readonly Catalogue[] = [logMessages, detailMessages];
const braces = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name).sort();

describe.each(catalogues.map((words) => [words.namespace, words] as const))('the words of %s', (_, { messages }) => {
  const { en, it: italian } = messages;

  it('ask for the same values in both languages', () => {
    // `one` may be said without its number.
    const different = Object.keys(en).filter(
      (key) => !key.endsWith('_one') && braces(en[key] ?? '').join() !== braces(italian[key] ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  it('have both forms of every plural, and no empty message', () => {
    const keys = Object.keys(en);
    expect(keys.filter((key) => key.endsWith('_one') && !keys.includes(key.replace(/_one$/u, '_other')))).toEqual([]);
    expect([...Object.entries(en), ...Object.entries(italian)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('put no number before a plural that it does not choose', () => {
    const plural = /\{\w+\} (?:entries|seats|days|commitments|votes|voci|seggi|giorni|impegni|voti)\b/u;
    const risky = [en, italian].flatMap((half) =>
      Object.entries(half).filter(([key, text]) => !key.endsWith('_other') && plural.test(text)),
    );
    expect(risky).toEqual([]);
  });
});
