import { advance, type Consequence, type Procedure } from '@tavolo/governance';
import { type JsonObject } from '@tavolo/kernel';
import { headOf, streamOf, type ProposalState, type Scene } from '@tavolo/server-proposals';
import { type EntryDraft } from '@tavolo/server-platform';
import { ballotOf, resultData, voteStream } from './ballot-entries.js';

/** A procedure and what followed on the way to it. */
export interface Followed {
  readonly procedure: Procedure;
  readonly consequences: readonly Consequence[];
}

type Place = Pick<Scene, 'context' | 'proposal' | 'table'>;

/** The scene as it stands now: what the clock has brought about since the last act is recorded, each with the instant at which it was due. */
export function upToDate<S extends Place>(scene: S): S {
  const followed = advance(scene.proposal.procedure, scene.context.now);
  recordConsequences(scene, followed);
  return { ...scene, proposal: { ...scene.proposal, procedure: followed.procedure } };
}

/** Records what followed by itself, in the system's name, and tells those who watch the table. */
export function recordConsequences({ context, proposal, table }: Place, { procedure, consequences }: Followed): void {
  for (const consequence of consequences) {
    context.record({ space: table.space, ...consequenceEntry({ ...proposal, procedure }, consequence) });
    context.announce({ table: table.key, act: consequence.name, subject: streamOf(proposal) });
  }
}

/** The entry of one consequence. Entries of ballots hold exactly what the vote profile of the log asks for (audit-log.md 14). */
export function consequenceEntry(
  proposal: Pick<ProposalState, 'key' | 'procedure'>,
  { name, at, data, explanation }: Consequence,
): Omit<EntryDraft, 'space'> {
  const entry = { act: name, actor: null, at };
  const vote = data.vote;
  if (name.startsWith('vote.') && typeof vote === 'string') {
    return { ...entry, stream: voteStream(vote), data: voteData(proposal.procedure, name, vote, data) };
  }
  const why: JsonObject = explanation ? { explanation: explanation as unknown as JsonObject } : {};
  return { ...entry, stream: streamOf(proposal), data: { ...headOf(proposal), ...data, ...why } };
}

function voteData(procedure: Procedure, name: Consequence['name'], vote: string, data: JsonObject): JsonObject {
  if (name === 'vote.closed') return { vote };
  return name === 'vote.result' ? resultData(ballotOf(procedure, vote)) : data;
}
