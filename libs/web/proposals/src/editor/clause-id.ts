/** A clause id that nobody else makes at the same moment: `c` and ten random characters. */
export function freshClauseId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return `c${Array.from(bytes, (byte) => (byte % 36).toString(36)).join('')}`;
}
