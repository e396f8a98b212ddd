import { createHash } from 'node:crypto';
import { textHashInput } from '@tavolo/collaboration/text';
import { type ProposalText } from '@tavolo/contracts';

/** A text of plain clauses: `c1`, `c2`, ... */
export const clauses = (...words: readonly string[]): ProposalText => ({
  clauses: words.map((text, index) => ({
    id: `c${index + 1}`,
    blocks: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }],
  })),
});

/** The hash that a client computes of the text it shows. */
export const hashOf = (text: ProposalText): string => createHash('sha256').update(textHashInput(text)).digest('base64');
