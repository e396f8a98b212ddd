import type * as Y from 'yjs';

/**
 * Keeps a document on this device until its changes are acknowledged, across reloads and crashes. In browsers it is
 * implemented with IndexedDB; several tabs may share one copy.
 */
export interface LocalCopy {
  /** Loads what is stored into the document, and stores every later change of it. Resolves when it is loaded. */
  attach(doc: Y.Doc): Promise<void>;
  /** Yjs client ids under which changes in this copy were made. */
  clientIds(): Promise<readonly number[]>;
  rememberClient(clientId: number): Promise<void>;
  /** Stops storing; what is stored stays. */
  detach(): Promise<void>;
}
