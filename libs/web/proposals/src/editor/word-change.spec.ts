import { wordChange } from './word-change.js';

describe('what changed between two texts', () => {
  it.each([
    ['a  b', 'a   b', 2, { index: 1, remove: 0, insert: ' ' }],
    ['a  b', 'a   b', 4, { index: 3, remove: 0, insert: ' ' }],
    ['a   b', 'a  b', 1, { index: 1, remove: 1, insert: '' }],
    ['a   b', 'a  b', 3, { index: 3, remove: 1, insert: '' }],
    ['every day', 'day', 0, { index: 0, remove: 6, insert: '' }],
    ['', 'one', 3, { index: 0, remove: 0, insert: 'one' }],
    ['one', '', 0, { index: 0, remove: 3, insert: '' }],
  ])(
    'lies at the caret, among equal letters too (from "%s" to "%s", caret at %i)',
    (before, after, caret, expected) => {
      expect(wordChange(before, after, caret)).toEqual(expected);
    },
  );

  it.each([
    ['one two', 'one too', null, { index: 5, remove: 1, insert: 'o' }],
    ['one two', 'one too', 0, { index: 5, remove: 1, insert: 'o' }],
    ['same', 'same', 2, { index: 2, remove: 0, insert: '' }],
  ])('is found also where the caret does not tell (from "%s" to "%s", caret %s)', (before, after, caret, expected) => {
    expect(wordChange(before, after, caret)).toEqual(expected);
  });

  it.each([
    ['a\u{1f600}b', 'a\u{1f601}b', { index: 1, remove: 2, insert: '\u{1f601}' }],
    ['\u{1f600}', '\u{1fa00}', { index: 0, remove: 2, insert: '\u{1fa00}' }],
  ])('never cuts a character of two units (from %s to %s)', (before, after, expected) => {
    expect(wordChange(before, after, null)).toEqual(expected);
  });
});
