import { type Instant, type Language, type MemberId, type Words } from '@tavolo/kernel';
import { nextDue, type Procedure, type Sector } from '@tavolo/governance';
import { type EntityManager } from 'typeorm';
import { keepLedger, toldOfMandate } from '../mandates/mandate-store.repository.js';
import { ProposalProcedureRecord } from '../records/proposal-procedure.record.js';
import { ProposalRecord, type Joint } from '../records/proposal.record.js';

/** A proposal as acts see it: what it is, and its procedure at one moment. */
export interface ProposalState {
  readonly id: string;
  readonly key: string;
  readonly table: string;
  readonly kind: 'proposal' | 'consultation';
  readonly title: Words;
  readonly origin: Sector;
  readonly language: Language;
  readonly sponsors: readonly MemberId[];
  /** Whose joint proposal it is; absent or `null` where it is none. */
  readonly joint?: Joint | null;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly procedure: Procedure;
  readonly revision: number;
}

/**
 * A proposal by key (`P-101`) or id, or nothing.
 *
 * Acts run in REPEATABLE READ transactions, and every act on a proposal updates its one procedure row. So of two acts at the same moment one
 * is refused by the database and runs again on what the other left: nobody votes twice, and nothing is decided on a state that is gone. A row
 * lock here would only make the second act fail before the platform can let it queue for its stream.
 *
 * A decision under a mandate is given as it is told of that mandate in this transaction.
 */
export async function findProposal(manager: EntityManager, keyOrId: string): Promise<ProposalState | null> {
  const proposal = await manager.findOneBy(ProposalRecord, isUuid(keyOrId) ? { id: keyOrId } : { key: keyOrId });
  if (!proposal) return null;
  const held = await manager.findOneByOrFail(ProposalProcedureRecord, { proposal: proposal.id });
  const { id, key, table, kind, title, origin, language, sponsors, joint, createdAt, changedAt } = proposal;
  const facts = { id, key, table, kind, title, origin, language, sponsors, joint, createdAt, changedAt };
  const procedure = await toldOfMandate(manager, key, held.value);
  return { ...facts, procedure, revision: held.revision };
}

/** Writes a new proposal with the first state of its procedure. */
export async function insertProposal(
  manager: EntityManager,
  state: Omit<ProposalState, 'revision'>,
): Promise<ProposalState> {
  const { procedure, sponsors, ...proposal } = state;
  const revision = 1;
  await manager.insert(ProposalRecord, { ...proposal, sponsors: [...sponsors] });
  await manager.insert(ProposalProcedureRecord, { proposal: state.id, ...columnsOf(procedure), revision });
  return { ...state, revision };
}

/** Writes what has become of a procedure, and with a decision under a mandate what it holds of the budget. Throws `over_budget`. */
export async function saveProcedure(
  manager: EntityManager,
  state: ProposalState,
  procedure: Procedure,
  now: Instant,
): Promise<ProposalState> {
  const revision = await nextRevision(manager, state, columnsOf(procedure));
  await manager.update(ProposalRecord, { id: state.id }, { changedAt: now });
  await keepLedger(manager, state.key, procedure);
  return { ...state, procedure, revision, changedAt: now };
}

/** Writes what a decision has been told of its mandate, and when something follows from that; nothing else of it has changed. */
export async function retellProcedure(manager: EntityManager, state: ProposalState): Promise<void> {
  await nextRevision(manager, state, columnsOf(state.procedure));
}

/** Writes that something about a proposal has changed that its procedure does not hold: its title, an amendment. */
export async function touchProposal(
  manager: EntityManager,
  state: ProposalState,
  now: Instant,
  changes: { readonly title?: Words } = {},
): Promise<ProposalState> {
  const revision = await nextRevision(manager, state, {});
  await manager.update(ProposalRecord, { id: state.id }, { ...changes, changedAt: now });
  return { ...state, ...changes, revision, changedAt: now };
}

async function nextRevision(
  manager: EntityManager,
  { id, revision }: ProposalState,
  columns: Partial<ReturnType<typeof columnsOf>>,
): Promise<number> {
  const { affected } = await manager.update(
    ProposalProcedureRecord,
    { proposal: id, revision },
    { ...columns, revision: revision + 1 },
  );
  if (affected !== 1) throw new Error(`the procedure of ${id} was not read in this transaction`);
  return revision + 1;
}

function columnsOf(procedure: Procedure): Pick<ProposalProcedureRecord, 'mode' | 'stage' | 'nextDue' | 'value'> {
  return { mode: procedure.mode, stage: procedure.stage, nextDue: nextDue(procedure), value: procedure };
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
