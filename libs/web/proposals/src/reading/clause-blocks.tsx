import { type BlockText, type InlineText } from '@tavolo/contracts';
import { Fragment } from 'react';

/** The blocks of a clause as React elements: nothing that anybody typed is ever taken as markup. */
export function ClauseBlocks({ blocks }: { readonly blocks: readonly BlockText[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </>
  );
}

function Block({ block }: { readonly block: BlockText }) {
  if (block.type === 'paragraph') {
    return (
      <p>
        {block.content.map((piece, index) => (
          <Inline key={index} piece={piece} />
        ))}
      </p>
    );
  }
  const items = block.items.map((item, index) => (
    <li key={index}>
      <ClauseBlocks blocks={item.blocks} />
    </li>
  ));
  return block.type === 'bulletList' ? <ul>{items}</ul> : <ol start={block.start ?? 1}>{items}</ol>;
}

function Inline({ piece }: { readonly piece: InlineText }) {
  if (piece.type === 'hardBreak') return <br />;
  const bold = piece.bold ? <strong>{piece.text}</strong> : piece.text;
  return piece.italic ? <em>{bold}</em> : <Fragment>{bold}</Fragment>;
}
