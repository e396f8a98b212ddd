import {
  advanceMandate,
  ledgerEntryOf,
  nextMandateDue,
  standingOf,
  withLedgerEntry,
  withStanding,
  type Mandate,
  type MandateStanding,
  type Procedure,
} from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { DomainRefusal, uuid7 } from '@tavolo/server-platform';
import { isDeepStrictEqual } from 'node:util';
import { type EntityManager } from 'typeorm';
import { MandateRecord } from '../records/mandate.record.js';

/** A mandate as acts see it, at one moment. */
export interface MandateRow {
  readonly id: string;
  readonly key: string;
  readonly table: string;
  readonly mandate: Mandate;
  readonly revision: number;
  readonly createdAt: Instant;
}

/** The mandate of that key or id, or nothing. Like proposals, it is read in the transaction that will write it. */
export async function findMandate(manager: EntityManager, keyOrId: string): Promise<MandateRow | null> {
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(keyOrId);
  const found = await manager.findOneBy(MandateRecord, uuid ? { id: keyOrId } : { key: keyOrId });
  return found && toRow(found);
}

/** The mandates of a table, newest first. */
export async function mandatesOf(manager: EntityManager, table: string): Promise<MandateRow[]> {
  return (await manager.find(MandateRecord, { where: { table }, order: { createdAt: 'DESC', key: 'DESC' } })).map(
    toRow,
  );
}

/**
 * The mandate that a table has at `now`: granted, and not ended, whatever has been recorded of that yet. `null` without one. Besides
 * `except`, of which the question is.
 */
export async function mandateInForce(
  manager: EntityManager,
  table: string,
  now: Instant,
  except?: string,
): Promise<MandateRow | null> {
  const all = (await mandatesOf(manager, table)).filter(({ key }) => key !== except);
  const current = all.filter(({ mandate }) => {
    const { state, grant } = advanceMandate(mandate, now).mandate;
    return grant !== null && state !== 'expired' && state !== 'revoked';
  });
  return current.find(({ mandate }) => mandate.state !== 'proposed') ?? current[0] ?? null;
}

export async function insertMandate(
  manager: EntityManager,
  { table, mandate, now }: { readonly table: string; readonly mandate: Mandate; readonly now: Instant },
): Promise<MandateRow> {
  const row = { id: uuid7(), key: mandate.terms.key, table, mandate, revision: 1, createdAt: now };
  const { id, key, revision } = row;
  await manager.insert(MandateRecord, { id, key, table, revision, createdAt: now, ...columnsOf(mandate) });
  return row;
}

/**
 * Writes what has become of a mandate. Of two transactions that do so at the same moment one is refused by the database, and runs again on
 * what the other left.
 */
export async function saveMandate(manager: EntityManager, row: MandateRow, mandate: Mandate): Promise<MandateRow> {
  const { id, revision } = row;
  const changes = { ...columnsOf(mandate), revision: revision + 1 };
  const { affected } = await manager.update(MandateRecord, { id, revision }, changes);
  if (affected !== 1) throw new Error(`the mandate ${row.key} was not read in this transaction`);
  return { ...row, mandate, revision: revision + 1 };
}

/** A procedure as it is told how its mandate stands now; whatever is decided under no mandate is left alone. */
export async function toldOfMandate(
  manager: EntityManager,
  proposal: string,
  procedure: Procedure,
): Promise<Procedure> {
  if (procedure.mode !== 'auto_administration') return procedure;
  const row = await findMandate(manager, procedure.mandate.key);
  return row ? withStanding(procedure, standingOf(row.mandate, proposal)) : procedure;
}

/**
 * Writes into the mandate what the decision holds of its budget at its stage, in the same transaction as the decision. Throws
 * `DomainRefusal('over_budget')` when that would exceed what is left, whatever was found before.
 */
export async function keepLedger(manager: EntityManager, proposal: string, procedure: Procedure): Promise<void> {
  if (procedure.mode !== 'auto_administration') return;
  const row = await findMandate(manager, procedure.mandate.key);
  if (!row) return;
  const kept = withLedgerEntry(row.mandate, proposal, ledgerEntryOf(procedure));
  if (!kept.ok) throw new DomainRefusal(kept.refusal);
  if (!isDeepStrictEqual(sorted(kept.mandate), sorted(row.mandate))) await saveMandate(manager, row, kept.mandate);
}

/** Keys of the proposals that were begun under a mandate, and are not decided yet. */
export async function undecidedUnder(manager: EntityManager, mandate: string): Promise<string[]> {
  return proposalsUnder(manager, mandate, ['draft', 'scope_check', 'deliberating', 'voting']);
}

/** Keys of the effective decisions under a mandate that no report has given account of, oldest first. */
export async function unreportedUnder(manager: EntityManager, mandate: string): Promise<string[]> {
  return proposalsUnder(manager, mandate, ['effective', 'standstill']);
}

async function proposalsUnder(manager: EntityManager, mandate: string, stages: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ key: string }[]>(
    `select p.key from proposal_procedure pp join proposal p on p.id = pp.proposal_id
     where pp.mode = 'auto_administration' and pp.value #>> '{mandate,key}' = $1 and pp.stage = any($2::text[])
     order by p.created_at, p.key`,
    [mandate, stages],
  );
  return rows.map(({ key }) => key);
}

/** How a mandate stands for a decision that is begun now. */
export const standingFor = ({ mandate }: MandateRow, proposal: string): MandateStanding =>
  standingOf(mandate, proposal);

const sorted = ({ ledger }: Mandate) => ledger.toSorted((a, b) => (a.proposal < b.proposal ? -1 : 1));

const toRow = ({ id, key, table, value, revision, createdAt }: MandateRecord): MandateRow => ({
  id,
  key,
  table,
  mandate: value,
  revision,
  createdAt,
});

const columnsOf = (mandate: Mandate): Pick<MandateRecord, 'state' | 'nextDue' | 'value'> => ({
  state: mandate.state,
  nextDue: nextMandateDue(mandate),
  value: mandate,
});
