import { type ActName } from '@tavolo/contracts';
import { canonicalJson } from '@tavolo/kernel';
import { createHash } from 'node:crypto';
import { type EntityManager } from 'typeorm';
import { PlatformRefusal } from './problems.js';

/** One request of one person that must not be done twice. */
export interface KeyedRequest {
  readonly owner: string;
  /** UUID chosen by the client, one for each thing it wants done. */
  readonly key: string;
  readonly act: ActName;
  readonly command: unknown;
}

/** Keeps outcomes under idempotency keys, in the same transaction as what they are the outcome of. Not governed: it decides nothing. */
export class OutcomeStore {
  /** The outcome kept for this request, if it was done before. Throws `key_reused` when the key was used for anything else. */
  async find(manager: EntityManager, request: KeyedRequest): Promise<{ readonly value: unknown } | null> {
    const [row] = await manager.query<{ act: string; command_hash: Buffer; outcome: { value?: unknown } }[]>(
      'select act, command_hash, outcome from platform_act_outcome where owner = $1 and key = $2',
      [request.owner, request.key],
    );
    if (!row) return null;
    if (row.act !== request.act || !row.command_hash.equals(commandHash(request.command))) {
      throw new PlatformRefusal('key_reused');
    }
    return { value: row.outcome.value };
  }

  async keep(manager: EntityManager, request: KeyedRequest, entryId: string, outcome: unknown): Promise<void> {
    await manager.query(
      `insert into platform_act_outcome (owner, key, act, command_hash, entry_id, outcome)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        request.owner,
        request.key,
        request.act,
        commandHash(request.command),
        entryId,
        JSON.stringify({ value: outcome }),
      ],
    );
  }

  /** Forgets outcomes older than a week: no client repeats a request after that. */
  async prune(manager: EntityManager): Promise<void> {
    await manager.query("delete from platform_act_outcome where at < clock_timestamp() - interval '7 days'");
  }
}

function commandHash(command: unknown): Buffer {
  const plain: unknown = JSON.parse(JSON.stringify(command ?? null));
  return createHash('sha256')
    .update(canonicalJson(plain, { numbers: 'finite' }))
    .digest();
}
