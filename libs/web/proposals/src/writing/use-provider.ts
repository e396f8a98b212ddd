import {
  CollaborationProvider,
  connectCollaboration,
  type CollabConnection,
  type ProviderSnapshot,
} from '@tavolo/collaboration/provider';
import { bringBack } from '@tavolo/collaboration/text';
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
  /** Gives the document up and opens it as the server has it. */
  readonly restart: () => void;
}

/**
 * @param open begins the connection to the document; called anew when somebody watches again after everybody had left, and with `true`
 * when what this device holds must be forgotten
 */
export function openDocument(open: (afresh: boolean) => CollaborationProvider): OpenDocument {
  const watchers = new Set<() => void>();
  let provider: CollaborationProvider | null = null;
  return {
    provider: () => provider,
    restart: () => {
      provider?.destroy();
      provider = open(true);
      for (const watcher of watchers) watcher();
    },
    subscribe: (listener) => {
      watchers.add(listener);
      if (provider === null) {
        provider = open(false);
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

const nobody: OpenDocument = { provider: () => null, subscribe: () => () => undefined, restart: () => undefined };

/** The document that a page shows, and how to begin it afresh. */
export interface ShownDocument {
  /** `null` until it is known who is signed in. */
  readonly provider: CollaborationProvider | null;
  readonly restart: () => void;
}

/** The shared document for as long as the page shows it. */
export function useProvider(documentId: string): ShownDocument {
  const person = useSession().data?.person?.id;
  const { subscribe, provider, restart } = useMemo(
    () => (person === undefined ? nobody : documentOf(person, documentId)),
    [documentId, person],
  );
  return { provider: useSyncExternalStore(subscribe, provider), restart };
}

function documentOf(person: string, documentId: string): OpenDocument {
  let kept: BrowserCopy | undefined;
  return openDocument((afresh) => {
    const connection = connectionOf(person);
    if (afresh) {
      // Another tab may hold the copy for a while: this page goes on without one rather than wait.
      void kept?.forget();
      return new CollaborationProvider({ connection, documentId, bringBack });
    }
    const localCopy = new BrowserCopy(`tavolo/${person}/${documentId}`);
    kept = localCopy;
    return new CollaborationProvider({ connection, documentId, localCopy, bringBack });
  });
}

/** The provider's state, always current. */
export function useSnapshot(provider: CollaborationProvider): ProviderSnapshot {
  const subscribe = useCallback((listener: () => void) => provider.subscribe(listener), [provider]);
  return useSyncExternalStore(subscribe, () => provider.snapshot);
}
