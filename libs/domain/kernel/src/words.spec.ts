import { visibleLength, wordsIn } from './words.js';

describe('visibleLength', () => {
  it.each([
    ['', 0],
    ['  \t\n ', 0],
    ['\u200b\u200d\ufeff', 0],
    ['a', 1],
    ['x' + ' '.repeat(198) + 'y', 3],
    ['perch\u00e9', 6],
    ['perche\u0301', 6],
    ['\u{1f600}', 1],
    ['\u2800'.repeat(200), 0],
    ['\u3164\uffa0\u115f\u034f\ufe0f\u17b4', 0],
    ['\u0301\u0301', 0],
    ['\ue000\u{e0041}\uffff', 0],
    ['नमस्ते', 4],
  ])('of %j is %i', (text, length) => {
    expect(visibleLength(text)).toBe(length);
  });
});

describe('wordsIn', () => {
  it('prefers the reader\u2019s language and falls back to the one there is', () => {
    expect(wordsIn({ en: 'table', it: 'tavolo' }, 'it')).toEqual({ text: 'tavolo', language: 'it' });
    expect(wordsIn({ en: 'table' }, 'it')).toEqual({ text: 'table', language: 'en' });
    expect(wordsIn({}, 'it')).toBeNull();
  });
});
