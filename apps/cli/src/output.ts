import type { Writable } from 'node:stream';

/**
 * Prints lines to a stream. Whoever reads may leave early (`tavolo verify ... | head`): what is printed after that goes nowhere, and the
 * exit code stays the verdict.
 */
export function linesTo(stream: Writable): (text: string) => void {
  stream.on('error', () => undefined);
  return (text) => void stream.write(`${text}\n`);
}
