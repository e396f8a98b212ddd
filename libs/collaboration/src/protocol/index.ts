export * from './awareness-message.js';
export * from './causal-order.js';
export * from './deletions.js';
export * from './split-update.js';
export * from './sync-message.js';
export * from './visitor-member.js';
export * from './wire-bytes.js';
