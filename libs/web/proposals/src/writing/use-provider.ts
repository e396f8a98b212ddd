import {
  CollaborationProvider,
  connectCollaboration,
  type CollabConnection,
  type ProviderSnapshot,
} from '@tavolo/collaboration/provider';
import { useSession } from '@tavolo/web-data';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { BrowserCopy } from './browser-copy.js';

let shared: { readonly person: string; readonly connection: CollabConnection } | undefined;

/** The one connection of this tab for all its documents; somebody else who signs in gets another. */
function connectionOf(person: string): CollabConnection {
  if (shared?.person === person) return shared.connection;
  shared?.connection.disconnect();
  shared = { person, connection: connectCollaboration() };
  return shared.connection;
}

/** The shared document for as long as the page shows it. */
export function useProvider(documentId: string): CollaborationProvider | null {
  const person = useSession().data?.person?.id;
  const [provider, setProvider] = useState<CollaborationProvider | null>(null);
  useEffect(() => {
    if (person === undefined) return undefined;
    const localCopy = new BrowserCopy(`tavolo/${person}/${documentId}`);
    const opened = new CollaborationProvider({ connection: connectionOf(person), documentId, localCopy });
    setProvider(opened);
    return () => {
      opened.destroy();
      setProvider(null);
    };
  }, [documentId, person]);
  return provider;
}

/** The provider's state, always current. */
export function useSnapshot(provider: CollaborationProvider): ProviderSnapshot {
  return useSyncExternalStore(
    (listener) => provider.subscribe(listener),
    () => provider.snapshot,
  );
}
