import { noteSigner, parseVerifierKey, type NoteSigner } from '@tavolo/audit-log';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { contentOf, secretInFile, writeDurably } from '../keys/secret-file.js';

/** What an operator can ask for at the next start, by a file of this name in the folder of the keys. */
export type OperatorRequest = 'rotate-log-key' | 'accept-restore';

/**
 * The operator's part of the folder of the keys: who may write there, runs the installation. A request is a file that a
 * start takes away when it is fulfilled, so nothing happens twice. The operator's own key signs what only an operator may
 * allow; it may be kept elsewhere, and put back for as long as it is needed.
 */
export class OperatorFiles {
  private constructor(
    readonly folder: string,
    /** The operator's verifier key, `<host>/operator+<id>+<key>`. */
    readonly vkey: string,
  ) {}

  /** Makes the operator's key the first time. `name`: the name of that key. */
  static async open(folder: string, name: string): Promise<OperatorFiles> {
    const known = await contentOf(join(folder, 'operator.vkey'));
    if (known !== null) return new OperatorFiles(folder, parseVerifierKey(known.trim()).vkey);
    const { vkey } = noteSigner(name, await secretInFile(join(folder, 'operator.key'))).key;
    await writeDurably(join(folder, 'operator.vkey'), `${vkey}\n`);
    return new OperatorFiles(folder, vkey);
  }

  /** What the request says; `null` when there is none. An empty file is a request too. */
  async asked(request: OperatorRequest): Promise<string | null> {
    const text = await contentOf(this.pathOf(request));
    return text === null ? null : text.trim();
  }

  async fulfilled(request: OperatorRequest): Promise<void> {
    await rm(this.pathOf(request), { force: true });
  }

  pathOf(request: OperatorRequest): string {
    return join(this.folder, request);
  }

  /** Signs as the operator. Throws in plain words when her key is not there, or is another one. */
  async signer(): Promise<NoteSigner> {
    const path = join(this.folder, 'operator.key');
    if ((await contentOf(path)) === null) {
      throw new Error(`The operator's key is needed and is not there: put it back as ${path} and start again.`);
    }
    const signer = noteSigner(parseVerifierKey(this.vkey).name, await secretInFile(path));
    if (signer.key.vkey !== this.vkey) throw new Error(`${path} is not the key that operator.vkey beside it names.`);
    return signer;
  }
}
