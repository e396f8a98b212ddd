import { type ClauseText } from '@tavolo/contracts';
import { writeText } from '@tavolo/collaboration/text';
import { TavoloProvider } from '@tavolo/web-ui';
import { act, render, renderHook, screen } from '@testing-library/react';
import * as Y from 'yjs';
import { clausesHere, missingFrom, useKeptWords } from './kept-words.js';
import { UnsavedWords } from './unsaved-words.js';

const clause = (id: string, text: string): ClauseText => {
  return { id, blocks: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
};

describe('words that the server did not take', () => {
  const mine = [clause('c1', 'Same.'), clause('c2', 'With my last words.'), clause('c3', 'A new clause.')];

  it('are those clauses of mine that say something else than the text does now', () => {
    const now = [clause('c1', 'Same.'), clause('c2', 'With.'), clause('c9', 'Of somebody else.')];
    expect(missingFrom(now, mine).map(({ id }) => id)).toEqual(['c2', 'c3']);
    expect(missingFrom(mine, mine)).toEqual([]);
  });

  it('stay on this device, page after page, until they are removed', () => {
    const first = renderHook(() => useKeptWords('tavolo/kept/p1/d1'));
    act(() => first.result.current.keep(mine));
    first.unmount();
    const second = renderHook(() => useKeptWords('tavolo/kept/p1/d1'));
    expect(second.result.current.clauses).toEqual(mine);
    expect(renderHook(() => useKeptWords('tavolo/kept/p2/d1')).result.current.clauses).toEqual([]);
    act(() => second.result.current.remove());
    expect(renderHook(() => useKeptWords('tavolo/kept/p1/d1')).result.current.clauses).toEqual([]);
  });

  it('are found also in a text that the server could not read', () => {
    const doc = new Y.Doc({ gc: false });
    writeText(doc, { clauses: mine });
    expect(clausesHere(doc)).toEqual(mine);
    doc.getXmlFragment('text').insert(0, [new Y.XmlElement('unheard-of')]);
    expect(JSON.stringify(clausesHere(doc))).toContain('With my last words.');
  });

  it('can be read, selected and copied', () => {
    render(
      <TavoloProvider env="test">
        <UnsavedWords clauses={mine} title="Not saved" explanation="Copy them.">
          <button type="button">Load again</button>
        </UnsavedWords>
      </TavoloProvider>,
    );
    const field = screen.getByLabelText<HTMLTextAreaElement>('Not saved');
    expect(field.readOnly).toBe(true);
    expect(field.value).toBe('Same.\n\nWith my last words.\n\nA new clause.');
    expect(screen.getByRole('button', { name: 'Copy these words' })).toBeTruthy();
  });
});
