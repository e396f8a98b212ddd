/**
 * The `member` of everybody who reads a text without a place at its table. They are counted, not named, and have no caret
 * that others see.
 */
export const visitorMember = 'visitor';
