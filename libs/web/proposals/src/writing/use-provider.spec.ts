import { jest } from '@jest/globals';
import { type CollaborationProvider } from '@tavolo/collaboration/provider';
import { openDocument } from './use-provider.js';

describe('a document that is held open', () => {
  const opened = () => {
    const destroy = jest.fn();
    const open = jest.fn((_afresh: boolean) => ({ destroy }) as unknown as CollaborationProvider);
    return { destroy, open, document: openDocument(open) };
  };

  it('is opened once for all who watch it, and given up with the last', () => {
    const { destroy, open, document } = opened();
    const heard = jest.fn();
    const first = document.subscribe(heard);
    const second = document.subscribe(jest.fn());
    expect(open).toHaveBeenCalledTimes(1);
    expect(heard).toHaveBeenCalledTimes(1);
    first();
    expect(destroy).not.toHaveBeenCalled();
    second();
    expect(destroy).toHaveBeenCalledTimes(1);
    expect(document.provider()).toBeNull();
  });

  it('is begun afresh on request, and those who watch it hear of that', () => {
    const { destroy, open, document } = opened();
    const heard = jest.fn();
    document.subscribe(heard);
    const first = document.provider();
    document.restart();
    expect(destroy).toHaveBeenCalledTimes(1);
    expect(open.mock.calls).toEqual([[false], [true]]);
    expect(document.provider()).not.toBe(first);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('is opened anew when somebody watches again, as in the strict mode of React', () => {
    const { destroy, open, document } = opened();
    document.subscribe(jest.fn())();
    document.subscribe(jest.fn());
    expect(open).toHaveBeenCalledTimes(2);
    expect(destroy).toHaveBeenCalledTimes(1);
    expect(document.provider()).not.toBeNull();
  });
});
