export { CollaborationServer, type FrozenText, UnreadableText } from './collaboration-server.js';
export { guardedParser } from './guarded-parser.js';
export { type CollaborationLimits, defaultLimits } from './limits.js';
export { visitorMember } from '../protocol/index.js';
export { mergeStored } from './open-document.js';
export { type CollaborationOptions } from './options.js';
export * from './ports.js';
export { Refusal } from './refusal.js';
