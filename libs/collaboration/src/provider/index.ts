export { type CollabConnection, connectCollaboration, type ConnectionOptions } from './collab-socket.js';
export { CollaborationProvider } from './collaboration-provider.js';
export { visitorMember } from '../protocol/index.js';
export { type LocalCopy } from './local-copy.js';
export { type ProviderSnapshot, type SyncState } from './provider-state.js';
export { type ProviderOptions, type ProviderTiming } from './provider-options.js';
