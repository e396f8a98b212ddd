import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { UnreadableText, type CollaborationServer } from '@tavolo/collaboration/room';
import { textHashInput, type TextReading } from '@tavolo/collaboration/text';
import { type ProposalText } from '@tavolo/contracts';
import { epoch, type Instant } from '@tavolo/kernel';
import { Clock, DomainRefusal } from '@tavolo/server-platform';
import { TablePolicy } from '@tavolo/server-tables';
import { ProposalFinder } from '../procedures/proposal-finder.reader.js';
import { isFrozen } from '../reading/proposal-view.reader.js';
import { SharedTexts, type LiveText, type StoppedText } from '../text/shared-texts.js';
import { DocumentLog } from './document-log.repository.js';
import { rewriteText } from './rewrite-text.js';
import { sha256 } from './stored-text.js';
import { TextAccess, type WritingSession } from './text-access.js';

/** The shared texts as everybody has them open: the server of `/collab` in this process. */
@Injectable()
export class CollaborativeTexts extends SharedTexts {
  #server: CollaborationServer<WritingSession> | undefined;
  /** What decided last who may write in a text; while it is the same nobody has to be asked again. */
  readonly #standings = new Map<string, string>();
  /** Texts that were stopped here and may have to be opened again. */
  readonly #stopped = new Set<string>();
  readonly #importedAt = new AsyncLocalStorage<Instant>();

  constructor(
    private readonly log: DocumentLog,
    private readonly proposals: ProposalFinder,
    private readonly policy: TablePolicy,
    private readonly clock: Clock,
    private readonly access: TextAccess,
  ) {
    super();
  }

  /** Called once, when the namespace is there. */
  serve(server: CollaborationServer<WritingSession>): void {
    this.#server = server;
  }

  /** The time that changes are kept under: that of the clock, or of an import. */
  now(): number {
    return epoch(this.#importedAt.getStore() ?? this.clock.now());
  }

  override async live(proposal: string): Promise<LiveText> {
    const reading = await this.server.read(proposal);
    return toLive(reading);
  }

  override async stop(proposal: string): Promise<StoppedText> {
    this.#standings.delete(proposal);
    this.#stopped.add(proposal);
    try {
      const { state, text, stateHashInput } = await this.server.freeze(proposal);
      const contributors = await this.log.contributors(proposal);
      return { text, textHash: sha256(stateHashInput), state, stateHash: sha256(state), contributors };
    } catch (error) {
      if (error instanceof UnreadableText) throw unreadable({ reason: error.message });
      throw error;
    }
  }

  override async rewrite(proposal: string, member: string, text: ProposalText, at: Instant): Promise<LiveText> {
    await this.#importedAt.run(at, () => this.server.edit(proposal, member, (doc) => rewriteText(doc, text)));
    return this.live(proposal);
  }

  override async reconsider(keyOrId: string): Promise<void> {
    if (!this.#server || (this.#server.openDocuments === 0 && this.#stopped.size === 0)) return;
    const proposal = await this.proposals.find(keyOrId);
    if (!proposal) return;
    const composition = await this.policy.composition(proposal.table);
    const frozen = isFrozen(proposal.procedure, composition, this.clock.now());
    const { procedure } = proposal;
    const { stage, sponsors } = procedure;
    const recused = 'recusals' in procedure ? procedure.recusals.map(({ seat, member }) => member ?? seat) : [];
    const standing = JSON.stringify([stage, frozen, sponsors, recused]);
    if (this.#standings.get(proposal.id) === standing) return;
    this.#standings.set(proposal.id, standing);
    this.access.refresh();
    if (!frozen) {
      this.#stopped.delete(proposal.id);
      this.#server.thaw(proposal.id);
    }
    await this.#server.reconsider(proposal.id);
  }

  override async reconsiderAll(): Promise<void> {
    this.access.refresh();
    await this.#server?.reconsider();
  }

  private get server(): CollaborationServer<WritingSession> {
    if (!this.#server) throw new Error('texts are served only by a running application');
    return this.#server;
  }
}

function toLive(reading: TextReading): LiveText {
  if (!reading.ok) throw unreadable(reading.problem);
  return { text: reading.text, textHash: sha256(textHashInput(reading.text)) };
}

const unreadable = (params: object): DomainRefusal =>
  new DomainRefusal({ code: 'text_unreadable', rule: '2.1 Frozen text', params: { ...params } });
