import { type Instant } from '@tavolo/kernel';
import { type EntityManager } from 'typeorm';
import { AccountRecord } from '../records/account.record.js';
import { SetUpCodeRecord } from '../records/set-up-code.record.js';
import { newSetUpCode, setUpCodeHash } from './set-up-code.js';

/** Whether the installation has no account yet: it can then be set up, and nothing else. */
export async function needsSetUp(manager: EntityManager): Promise<boolean> {
  return !(await manager.exists(AccountRecord));
}

/**
 * A new code to set up the installation with, for whoever starts the server to print; `null` when there is an account
 * already. An earlier code stops working. Only its hash is kept.
 */
export async function setUpCode(manager: EntityManager, now: Instant): Promise<string | null> {
  if (!(await needsSetUp(manager))) return null;
  const code = newSetUpCode();
  await manager.upsert(SetUpCodeRecord, { only: true, codeHash: setUpCodeHash(code), madeAt: now }, ['only']);
  return code;
}

/** The hash of the code, locked for this transaction; `null` when there is none. */
export async function lockedSetUpCode(manager: EntityManager): Promise<Buffer | null> {
  const record = await manager.findOne(SetUpCodeRecord, { where: { only: true }, lock: { mode: 'pessimistic_write' } });
  return record?.codeHash ?? null;
}

/** Takes the code out of use. */
export async function dropSetUpCode(manager: EntityManager): Promise<void> {
  await manager.delete(SetUpCodeRecord, { only: true });
}
