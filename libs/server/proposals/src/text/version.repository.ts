import { type Words } from '@tavolo/kernel';
import { NotFound } from '@tavolo/server-platform';
import { type EntityManager } from 'typeorm';
import { ProposalVersionRecord } from '../records/proposal-version.record.js';

/** Writes a frozen version. */
export async function insertVersion(
  manager: EntityManager,
  version: Pick<ProposalVersionRecord, keyof ProposalVersionRecord>,
): Promise<void> {
  await manager.insert(ProposalVersionRecord, version);
}

/** Adds words in another language to the clauses of a version; the text itself stays as it was frozen. */
export async function translateVersion(
  manager: EntityManager,
  {
    proposal,
    n,
    words,
  }: { readonly proposal: string; readonly n: number; readonly words: Readonly<Record<string, Words>> },
): Promise<void> {
  const version = await manager.findOneBy(ProposalVersionRecord, { proposal, n });
  if (!version) throw new NotFound('version');
  const merged = Object.fromEntries(
    Object.entries(version.words).map(([clause, original]) => [clause, { ...words[clause], ...original }]),
  );
  await manager.update(ProposalVersionRecord, { proposal, n }, { words: merged });
}
