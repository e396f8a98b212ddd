import {
  CollaborationProvider,
  connectCollaboration,
  type CollabConnection,
  type ProviderSnapshot,
} from '@tavolo/collaboration/provider';
import { useSession } from '@tavolo/web-data';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { BrowserCopy } from './browser-copy.js';

let shared: { readonly person: string; readonly connection: CollabConnection } | undefined;

/** The one connection of this tab for all its documents; somebody else who signs in gets another. */
function connectionOf(person: string): CollabConnection {
  if (shared?.person === person) return shared.connection;
  shared?.connection.disconnect();
  shared = { person, connection: connectCollaboration() };
  return shared.connection;
}

/** Holds one document open for one person while somebody watches it: opened with the first watcher, given up with the last. */
export interface OpenDocument {
  readonly subscribe: (listener: () => void) => () => void;
  /** `null` while nobody watches. */
  readonly provider: () => CollaborationProvider | null;
}

/** @param open begins the connection to the document; called anew when somebody watches again after everybody had left */
export function openDocument(open: () => CollaborationProvider): OpenDocument {
  const watchers = new Set<() => void>();
  let provider: CollaborationProvider | null = null;
  return {
    provider: () => provider,
    subscribe: (listener) => {
      watchers.add(listener);
      if (provider === null) {
        provider = open();
        for (const watcher of watchers) watcher();
      }
      return () => {
        watchers.delete(listener);
        if (watchers.size > 0) return;
        provider?.destroy();
        provider = null;
      };
    },
  };
}

const nobody: OpenDocument = { provider: () => null, subscribe: () => () => undefined };

/** The shared document for as long as the page shows it; `null` until it is known who is signed in. */
export function useProvider(documentId: string): CollaborationProvider | null {
  const person = useSession().data?.person?.id;
  const { subscribe, provider } = useMemo(
    () =>
      person === undefined
        ? nobody
        : openDocument(() => {
            const localCopy = new BrowserCopy(`tavolo/${person}/${documentId}`);
            return new CollaborationProvider({ connection: connectionOf(person), documentId, localCopy });
          }),
    [documentId, person],
  );
  return useSyncExternalStore(subscribe, provider);
}

/** The provider's state, always current. */
export function useSnapshot(provider: CollaborationProvider): ProviderSnapshot {
  const subscribe = useCallback((listener: () => void) => provider.subscribe(listener), [provider]);
  return useSyncExternalStore(subscribe, () => provider.snapshot);
}
