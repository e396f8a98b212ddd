export { addressOf, call, freshKey, type AnswerOf, type AnyRoute, type CallInput } from './call.js';
export { DataProvider } from './data-provider.js';
export { useClockMoves, useConnection, useTableFacts } from './live.js';
export { type Connection } from './live-socket.js';
export { usePerform, type Performance } from './performing.js';
export { isPassing, ProblemError } from './problem.js';
export { keyOf, useRead } from './reading.js';
export { useReadPages } from './reading-pages.js';
export { useClockOffset, useSession, useSessionChange } from './session.js';
