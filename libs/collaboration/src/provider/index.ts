export { type CollabConnection, connectCollaboration, type ConnectionOptions } from './collab-socket.js';
export { CollaborationProvider, type ProviderOptions, type ProviderTiming } from './collaboration-provider.js';
export { type LocalCopy } from './local-copy.js';
export { type ProviderSnapshot, type SyncState } from './provider-state.js';
