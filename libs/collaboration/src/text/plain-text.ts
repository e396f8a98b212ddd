import { type BlockText, type ClauseText, type InlineText, type ProposalText } from '@tavolo/contracts';
import { canonicalJson } from '@tavolo/kernel';

/** The words of a clause without marks: one line a paragraph, list items with `- ` or their number, two spaces a level. */
export function plainText(clause: ClauseText): string {
  return clause.blocks.flatMap(blockLines).join('\n');
}

/** What the hash of a text is taken of: its canonical JSON (RFC 8785). Equal texts give equal strings everywhere. */
export function textHashInput(text: ProposalText): string {
  return canonicalJson(text);
}

function blockLines(block: BlockText): string[] {
  if (block.type === 'paragraph') return inlineText(block.content).split('\n');
  const first = block.type === 'orderedList' ? (block.start ?? 1) : undefined;
  return block.items.flatMap((item, index) => {
    const sign = first === undefined ? '- ' : `${first + index}. `;
    return item.blocks.flatMap(blockLines).map((line, row) => (row === 0 ? sign + line : `  ${line}`));
  });
}

function inlineText(content: readonly InlineText[]): string {
  return content.map((piece) => (piece.type === 'text' ? piece.text : '\n')).join('');
}
