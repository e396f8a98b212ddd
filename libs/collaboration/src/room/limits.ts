/** Bounds of the server half. Sizes in bytes, times in milliseconds. */
export interface CollaborationLimits {
  readonly updateBytes: number;
  readonly updateStructs: number;
  /** Updates above this size are decoded in a worker first, which may take `decodeMs`. */
  readonly workerAboveBytes: number;
  readonly decodeMs: number;
  readonly documentBytes: number;
  readonly documentsPerSocket: number;
  readonly updatesPerSecond: number;
  readonly updateBurst: number;
  readonly bytesPerSecond: number;
  readonly byteBurst: number;
  /** Updates of one socket that may wait for their answer. */
  readonly updatesInFlight: number;
  readonly newClientIdsPerJoin: number;
  readonly awarenessBytes: number;
  readonly awarenessPerSecond: number;
  readonly awarenessEveryMs: number;
  readonly awarenessRefreshMs: number;
  readonly concurrentLoads: number;
  /** A document stays in memory so long after the last one left. */
  readonly graceMs: number;
  readonly compactAboveUpdates: number;
  readonly compactAboveBytes: number;
  /** The store may fail so long before waiting updates are answered `retry` and new ones refused. */
  readonly storePatienceMs: number;
  readonly storeRetryMs: number;
  /** Bytes that may wait for a slow socket before relaying to it pauses, and how long it may stay behind. */
  readonly outgoingBytes: number;
  readonly behindMs: number;
  readonly revisionEveryMs: number;
  /** Messages that no honest client sends, before the socket is closed. */
  readonly strikes: number;
  /** Delay of the event loop above which joins are put off. */
  readonly busyMs: number;
}

export const defaultLimits: CollaborationLimits = {
  updateBytes: 256 * 1024,
  updateStructs: 10_000,
  workerAboveBytes: 64 * 1024,
  decodeMs: 100,
  documentBytes: 10 * 1024 * 1024,
  documentsPerSocket: 50,
  updatesPerSecond: 60,
  updateBurst: 200,
  bytesPerSecond: 256 * 1024,
  byteBurst: 2 * 1024 * 1024,
  updatesInFlight: 256,
  newClientIdsPerJoin: 16,
  awarenessBytes: 2048,
  awarenessPerSecond: 20,
  awarenessEveryMs: 80,
  awarenessRefreshMs: 12_000,
  concurrentLoads: 20,
  graceMs: 10_000,
  compactAboveUpdates: 300,
  compactAboveBytes: 256 * 1024,
  storePatienceMs: 5_000,
  storeRetryMs: 50,
  outgoingBytes: 1024 * 1024,
  behindMs: 30_000,
  revisionEveryMs: 10_000,
  strikes: 50,
  busyMs: 200,
};
