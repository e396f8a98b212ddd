import { clockSteps, entryOfConsequence, type Consequence, type Procedure } from '@tavolo/governance';
import { streamOf, type Scene } from '@tavolo/server-proposals';

/** A procedure and what followed on the way to it. */
export interface Followed {
  readonly procedure: Procedure;
  readonly consequences: readonly Consequence[];
}

type Place = Pick<Scene, 'context' | 'proposal' | 'table'>;

/** The scene as it stands now: what the clock has brought about since the last act is recorded, each with the instant at which it was due. */
export function upToDate<S extends Place>(scene: S): S {
  const procedure = recordClock(scene);
  return { ...scene, proposal: { ...scene.proposal, procedure } };
}

/** Records what the clock has brought about by now, instant by instant, and returns the procedure as it stands then. */
export function recordClock(place: Place): Procedure {
  let { procedure } = place.proposal;
  for (const step of clockSteps(procedure, place.context.now)) {
    recordConsequences(place, step);
    procedure = step.procedure;
  }
  return procedure;
}

/** Records what followed by itself, in the system's name, and tells those who watch the table; `procedure` is as it stands then. */
export function recordConsequences({ context, proposal, table }: Place, { procedure, consequences }: Followed): void {
  for (const consequence of consequences) {
    const entry = entryOfConsequence(proposal.key, consequence, procedure);
    context.record({ ...entry, space: table.space, act: consequence.name });
    context.announce({ table: table.key, act: consequence.name, subject: streamOf(proposal) });
  }
}
