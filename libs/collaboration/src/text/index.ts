export * from './bring-back.js';
export * from './clause-difference.js';
export * from './placement.js';
export * from './plain-text.js';
export { mostClauses, readText, textFragmentName, type TextProblem, type TextReading } from './read-text.js';
export * from './vocabulary.js';
export { differenceOfWords, type WordPiece } from './word-difference.js';
export * from './write-text.js';
export * from './written-clauses.js';
