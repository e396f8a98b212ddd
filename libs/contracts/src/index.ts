export * from './acts.js';
export * from './identity.js';
export * from './proposals.js';
export * from './route.js';
export * from './shared.js';
export * from './tables.js';
export * from './collab/index.js';
export * from './platform/index.js';
export { compositionOf } from './composition.js';
