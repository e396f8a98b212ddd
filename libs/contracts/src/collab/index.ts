export * from './collab-answer.js';
export * from './collab-events.js';
export * from './proposal-text.schema.js';
