import { Injectable } from '@nestjs/common';
import { plainText } from '@tavolo/collaboration/text';
import { type FrozenText } from '@tavolo/governance';
import { type JsonObject, type Words } from '@tavolo/kernel';
import { DocumentLog } from '../writing/document-log.repository.js';
import { recordRevision } from '../writing/revision.js';
import { recordOnProposal, type Scene } from '../acts/proposal-act.js';
import { SharedTexts, type LiveText } from './shared-texts.js';
import { insertVersion } from './version.repository.js';

/** Freezes the live text as a version (domain.md 2.1, Frozen text). */
@Injectable()
export class TextFreezer {
  constructor(
    private readonly texts: SharedTexts,
    private readonly log: DocumentLog,
  ) {}

  /** The live text as a frozen one would read, without freezing: to refuse in time what would be refused anyway. */
  async preview(scene: Scene): Promise<FrozenText> {
    return frozenText(scene, { ...(await this.texts.live(scene.proposal.id)), stateHash: '' });
  }

  /**
   * Stops writing, stores what stands there as the next version and records `proposal.frozen`. A text that has not changed since the last
   * version keeps that version's number. The act that needs it must still be accepted by the procedure: its own entry tells what it decided,
   * unless freezing is the act itself, and then `decided` says it of the text.
   */
  async freeze(scene: Scene, decided: (text: FrozenText) => JsonObject = anotherDecides): Promise<FrozenText> {
    const { context, proposal } = scene;
    const stopped = await this.texts.stop(proposal.id);
    // Before the freezing, so that nobody reads in the log that something was written after it.
    await recordRevision(context, { doc: proposal.id, proposal: proposal.key, space: scene.table.space }, this.log);
    const frozen = frozenText(scene, stopped);
    const isNew = frozen.version > (proposal.procedure.versions.at(-1)?.version ?? 0);
    if (isNew) {
      await insertVersion(context.manager, {
        proposal: proposal.id,
        n: frozen.version,
        text: stopped.text,
        words: Object.fromEntries(
          stopped.text.clauses.map((clause): [string, Words] => [
            clause.id,
            { [proposal.language]: plainText(clause) },
          ]),
        ),
        textHash: frozen.textHash,
        stateHash: frozen.stateHash,
        state: Buffer.from(stopped.state),
        contributors: [...stopped.contributors],
        frozenAt: context.now,
      });
    }
    recordOnProposal(scene, 'proposal.frozen', {
      data: {
        version: frozen.version,
        textHash: frozen.textHash,
        stateHash: frozen.stateHash,
        contributors: [...stopped.contributors],
        ...decided(frozen),
      },
    });
    return frozen;
  }
}

/** The entry tells of the text alone; replaying skips it. */
const anotherDecides = (): JsonObject => ({ input: null });

function frozenText(
  { context, proposal }: Scene,
  { text, textHash, stateHash }: LiveText & { readonly stateHash: string },
): FrozenText {
  const latest = proposal.procedure.versions.at(-1);
  if (latest?.textHash === textHash) return latest;
  return {
    version: (latest?.version ?? 0) + 1,
    textHash,
    stateHash,
    clauses: text.clauses.map(({ id }) => id),
    at: context.now,
  };
}
