import { bringBack } from '@tavolo/collaboration/text';
import { act, renderHook } from '@testing-library/react';
import * as Y from 'yjs';
import { WritingRoom } from '../testing/writing-room.js';
import { serverTimers } from '../testing/layout.js';
import { useBroughtBack } from './use-brought-back.js';

beforeAll(() => serverTimers());

it('tells that words were brought back until the person writes on, whatever others write', async () => {
  const room = new WritingRoom();
  const { provider } = room.visit('omar');
  const { result } = renderHook(() => useBroughtBack(provider));
  await room.settle();
  const { doc } = provider;
  const clause = new Y.XmlElement('clause');
  const words = new Y.XmlText('his');
  act(() => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [words]);
    clause.insert(0, [paragraph]);
    doc.getXmlFragment('text').insert(1, [clause]);
  });
  const letters = words._start!;
  act(() => doc.getXmlFragment('text').delete(1));
  expect(result.current).toBe(false);
  act(() => bringBack(doc, [letters]));
  expect(result.current).toBe(true);
  act(() => {
    Y.transact(doc, () => doc.getMap('other').set('a', 1), 'somebody else', false);
  });
  expect(result.current).toBe(true);
  act(() => doc.getXmlFragment('text').delete(1));
  expect(result.current).toBe(false);
  await room.close();
});
