import { entriesOfAct, type Procedure, type ProcedureAct } from '@tavolo/governance';
import { announceOnProposal, type Said, type Scene } from '@tavolo/server-proposals';

/**
 * Records an act that the procedure of the scene accepted, with what decided and where the procedure stands `after` it, so that anybody can
 * carry it out again from the log; then tells those who watch the table.
 */
export function recordAct(
  scene: Scene,
  act: ProcedureAct,
  after: Procedure,
  { data = {}, disclosures = [] }: Said = {},
): void {
  const { context, proposal, table } = scene;
  const decided = { proposal: proposal.key, act, before: proposal.procedure, after, now: context.now };
  const [own, ...further] = entriesOfAct(decided);
  const { space } = table;
  const name = act.name;
  context.record({ ...own, space, act: name, data: { ...data, ...own.data }, disclosures });
  for (const entry of further) context.record({ ...entry, space, act: 'vote.roll' });
  announceOnProposal(scene, name);
}
