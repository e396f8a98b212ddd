import timers from 'node:timers';

/** jsdom lays nothing out; the editor asks where the caret is, to scroll there. */
export function pretendLayout(): void {
  const nowhere = { top: 0, bottom: 0, left: 0, right: 0, width: 0, height: 0, x: 0, y: 0, toJSON: () => ({}) };
  Object.assign(Range.prototype, { getClientRects: () => [nowhere], getBoundingClientRect: () => nowhere });
  Object.assign(document, { elementFromPoint: () => null });
}

/** The server half needs the timers of the server. */
export function serverTimers(): void {
  const { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval } = timers;
  Object.assign(globalThis, { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval });
}
