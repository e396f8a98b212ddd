export * from './live.js';
export * from './log-keys.js';
export * from './problem.js';
