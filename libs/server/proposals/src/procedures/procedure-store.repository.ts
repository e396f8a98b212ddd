import { type Instant, type Language, type MemberId, type Words } from '@tavolo/kernel';
import { type Procedure, type Sector } from '@tavolo/governance';
import { type EntityManager } from 'typeorm';
import { ProposalProcedureRecord } from '../records/proposal-procedure.record.js';
import { ProposalRecord } from '../records/proposal.record.js';

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
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly procedure: Procedure;
  readonly revision: number;
}

/**
 * A proposal by key (`P-101`) or id, or nothing. With `lock` the procedure is held until the transaction ends: of two acts at the same
 * moment the second is decided on what the first one left, so nobody votes twice and nothing is decided on a state that is gone.
 */
export async function findProposal(
  manager: EntityManager,
  keyOrId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<ProposalState | null> {
  const by = isUuid(keyOrId) ? { id: keyOrId } : { key: keyOrId };
  const proposal = await manager.findOneBy(ProposalRecord, by);
  if (!proposal) return null;
  const held = await manager.findOneOrFail(ProposalProcedureRecord, {
    where: { proposal: proposal.id },
    ...(lock && { lock: { mode: 'pessimistic_write' } as const }),
  });
  return { ...proposal, procedure: held.value, revision: held.revision };
}

/** Writes a new proposal with the first state of its procedure. */
export async function insertProposal(manager: EntityManager, state: Omit<ProposalState, 'revision'>): Promise<void> {
  const { procedure, sponsors, ...proposal } = state;
  await manager.insert(ProposalRecord, { ...proposal, sponsors: [...sponsors] });
  await manager.insert(ProposalProcedureRecord, { proposal: state.id, ...columnsOf(procedure), revision: 1 });
}

/** Writes what has become of a procedure. The caller holds the lock. */
export async function saveProcedure(
  manager: EntityManager,
  state: ProposalState,
  procedure: Procedure,
  now: Instant,
): Promise<ProposalState> {
  const revision = state.revision + 1;
  await manager.update(ProposalProcedureRecord, { proposal: state.id }, { ...columnsOf(procedure), revision });
  await manager.update(ProposalRecord, { id: state.id }, { changedAt: now });
  return { ...state, procedure, revision, changedAt: now };
}

/** Writes that something about a proposal has changed that its procedure does not hold: its title, an amendment. */
export async function touchProposal(
  manager: EntityManager,
  state: ProposalState,
  now: Instant,
  changes: { readonly title?: Words } = {},
): Promise<ProposalState> {
  await manager.update(ProposalRecord, { id: state.id }, { ...changes, changedAt: now });
  await manager.update(ProposalProcedureRecord, { proposal: state.id }, { revision: state.revision + 1 });
  return { ...state, ...changes, revision: state.revision + 1, changedAt: now };
}

function columnsOf(procedure: Procedure): Pick<ProposalProcedureRecord, 'mode' | 'stage' | 'nextDue' | 'value'> {
  return { mode: procedure.mode, stage: procedure.stage, nextDue: procedure.deadline, value: procedure };
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
