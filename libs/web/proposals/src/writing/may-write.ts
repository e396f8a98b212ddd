import { type ProviderSnapshot } from '@tavolo/collaboration/provider';

/**
 * Whether the editor takes words and shows its tools: while the server lets this person write, through short interruptions too, and in a text
 * that was opened without any connection from this device's copy, where what is written waits until the server says whether it may.
 * @param isLongOffline without a connection for longer than a page needs to connect: before that nobody knows whether she may write
 */
export function mayWriteNow({ canWrite, state, user, refusal }: ProviderSnapshot, isLongOffline: boolean): boolean {
  if (canWrite) return true;
  const isUnconnectedCopy = state === 'offline' && user === null && refusal === null;
  return isUnconnectedCopy && isLongOffline;
}
