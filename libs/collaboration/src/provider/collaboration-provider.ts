import { type CollabError, type JoinAnswer, joinAnswerSchema, updateAnswerSchema } from '@tavolo/contracts';
import * as Y from 'yjs';
import { bytesOf, decodeSyncMessage, deletionsOf, encodeSyncMessage, exactBuffer } from '../protocol/index.js';
import { AwarenessLink } from './awareness-link.js';
import { nothing, ownChanges, type OwnChanges, partsOf } from './own-changes.js';
import { defaultTiming, type ProviderOptions, type ProviderTiming } from './provider-options.js';
import {
  finalRefusals,
  initialFacts,
  type ProviderFacts,
  type ProviderSnapshot,
  snapshotOf,
} from './provider-state.js';
import { WrittenWords } from './written-words.js';

/** Updates on their way, at most; what comes up meanwhile is sent together. */
const mostInFlight = 32;

type Joined = Extract<JoinAnswer, { ok: true }>['data'];

/**
 * The client half for one document; many of them share one connection. Nothing that a person wrote is forgotten before
 * the server acknowledged it as stored; after every interruption both sides compare what they hold.
 */
export class CollaborationProvider {
  /** Write under its `clientID`, which the server registers; keep garbage collection off. */
  readonly doc = new Y.Doc({ gc: false });
  readonly documentId: string;
  private readonly link: AwarenessLink;
  private readonly facts: ProviderFacts = initialFacts();
  private readonly timing: ProviderTiming;
  private readonly now: () => number;
  private readonly ownIds = new Set<number>();
  private readonly written: WrittenWords;
  private readonly listeners = new Set<() => void>();
  private readonly stops: (() => void)[] = [];
  private picture: ProviderSnapshot = snapshotOf(this.facts);
  /** The id that the server confirmed last. */
  private confirmedId: number | null = null;
  /** Changes since the last join that are not on their way yet. */
  private outbox: Uint8Array[] = [];
  private inFlight = 0;
  /** Answers to what was sent before the last join, refusal or disconnection say nothing about now. */
  private epoch = 0;
  private isStarted = false;
  private isJoining = false;
  private attempts = 0;
  /** When the first message was sent that the server left without an answer; `null` while it answers. */
  private silentSince: number | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: ProviderOptions) {
    this.documentId = options.documentId;
    this.timing = { ...defaultTiming, ...options.timing };
    this.now = options.now ?? Date.now;
    this.written = new WrittenWords(this.doc, options.bringBack);
    this.link = new AwarenessLink(this.doc, (message) => this.sendAwareness(message), this.timing.awarenessEveryMs);
    if (!options.connection.connected) this.change({ offlineSince: this.now() });
    this.listen();
    void this.start();
  }

  /** Presence of everybody in the document. `user` of each state is given by the server. */
  get awareness(): AwarenessLink['awareness'] {
    return this.link.awareness;
  }

  /** The state now; the same object until something changes. */
  get snapshot(): ProviderSnapshot {
    return this.picture;
  }

  /** Whether what the local copy holds is in the document; from then on changes are counted. */
  get isReady(): boolean {
    return this.isStarted;
  }

  /** Calls the listener after every change of the snapshot. @returns how to stop that */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Whether something that this person wrote is not stored on the server yet: the question for `beforeunload`. */
  hasUnsaved(): boolean {
    return this.facts.unacknowledged > 0;
  }

  /** Leaves the document. Changes that are not acknowledged stay in the local copy. */
  destroy(): void {
    const { connection, localCopy } = this.options;
    this.reset();
    this.isStarted = false;
    for (const stop of this.stops.splice(0)) stop();
    if (connection.connected) connection.emit('leave', this.documentId);
    this.link.destroy();
    void localCopy?.detach();
    this.listeners.clear();
    this.doc.destroy();
  }

  private listen(): void {
    const { connection } = this.options;
    const on = (event: string, listener: (...args: never[]) => void): void => {
      connection.on(event as 'connect', listener);
      this.stops.push(() => connection.off(event as 'connect', listener));
    };
    const onDocument = (event: string, listener: (argument: unknown) => void): void => {
      on(event, (documentId: unknown, argument: unknown) => {
        if (documentId !== this.documentId) return;
        this.silentSince = null;
        listener(argument);
      });
    };
    on('connect', () => {
      this.attempts = 0;
      this.join();
    });
    on('disconnect', () => {
      this.reset();
      this.link.unlink();
      this.change({ offlineSince: this.facts.offlineSince ?? this.now() });
    });
    onDocument('update', (message) => this.receive(message));
    onDocument('awareness', (message) => this.link.receive(bytesOf(message) ?? new Uint8Array([0])));
    onDocument('frozen', () => this.change({ frozen: true }));
    onDocument('thawed', () => this.join());
    onDocument('resync', () => this.again());
    onDocument('right', (right) => this.changeRight(right));
  }

  private async start(): Promise<void> {
    const { localCopy } = this.options;
    const { stops } = this;
    if (localCopy) {
      await localCopy.attach(this.doc);
      for (const id of await localCopy.clientIds()) this.ownIds.add(id);
      // Destroyed while loading.
      if (stops.length === 0) return;
    }
    this.doc.on('update', this.onChange);
    stops.push(() => this.doc.off('update', this.onChange));
    this.isStarted = true;
    this.change({});
    this.join();
  }

  private readonly onChange = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return;
    const id = this.doc.clientID;
    this.written.note(id);
    if (!this.ownIds.has(id)) this.own(id);
    this.change({ unacknowledged: this.facts.unacknowledged + 1 });
    if (!this.facts.joined) return;
    this.outbox.push(update);
    if (this.outbox.length === 1) queueMicrotask(() => this.flush());
  };

  private own(id: number): void {
    this.ownIds.add(id);
    void this.options.localCopy?.rememberClient(id);
  }

  /** Forgets what is on its way; the next join finds out what arrived. */
  private reset(): void {
    this.epoch++;
    clearTimeout(this.retry);
    this.isJoining = false;
    this.outbox = [];
    this.inFlight = 0;
    this.facts.joined = false;
  }

  /** Joins again after a pause that grows with each attempt. */
  private again(afterMs = 0): void {
    this.reset();
    this.change({});
    const { retryMs, longestRetryMs } = this.timing;
    const pause = Math.min(longestRetryMs, retryMs * 2 ** Math.min(this.attempts, 16));
    this.attempts++;
    this.retry = setTimeout(() => this.join(), Math.max(afterMs, pause * (0.75 + Math.random() / 2)));
  }

  private join(): void {
    const { connection } = this.options;
    if (!this.isStarted || this.isJoining || !connection.connected) return;
    this.reset();
    this.isJoining = true;
    const { epoch } = this;
    const current = this.doc.clientID;
    const isInUse = this.ownIds.has(current) || this.confirmedId === current;
    const request = {
      documentId: this.documentId,
      step1: exactBuffer(encodeSyncMessage('step1', Y.encodeStateVector(this.doc))),
      clientId: isInUse ? current : null,
      olderClientIds: [...this.ownIds].filter((id) => id !== current).slice(-64),
    };
    const askedAt = this.now();
    // Whether a server that has just left something without an answer is still there should be known soon.
    const { answerMs } = this.timing;
    const patience = this.silentSince !== null && this.attempts === 1 ? answerMs / 2 : answerMs;
    connection.timeout(patience).emit('join', request, (late: Error | null, input: unknown) => {
      if (epoch !== this.epoch) return;
      this.isJoining = false;
      const answer = this.answered(late, askedAt, true) ? joinAnswerSchema.safeParse(input).data : undefined;
      if (!answer) this.again();
      else if (answer.ok) this.enter(answer.data);
      else this.refused(answer.error);
    });
  }

  private enter(data: Joined): void {
    const missing = decodeSyncMessage(data.step2)?.payload;
    const vector = decodeSyncMessage(data.step1)?.payload;
    if (!missing || !vector) {
      this.again();
      return;
    }
    const isFirst = !this.facts.everJoined;
    const lost = this.written.apply(missing, this);
    this.doc.clientID = data.clientId;
    this.confirmedId = data.clientId;
    const { right, frozen, user } = data;
    if (right === 'write') this.own(data.clientId);
    if (right === 'write' && !frozen) this.written.bringBack(lost);
    this.link.link(data.clientId, user, data.awareness);
    const changes = ownChanges(this.doc, this.ownIds, vector, deletionsOf(Y.decodeUpdate(missing)));
    const isRecovered = isFirst && this.options.localCopy !== undefined && changes.parts.length > 0;
    this.change({
      ...{ right, frozen, user, joined: true, everJoined: true, offlineSince: null, refusal: null },
      recovered: this.facts.recovered || isRecovered,
      waitsForOthers: changes.waitsForOthers,
      unacknowledged: Math.max(this.facts.unacknowledged, changes.parts.length > 0 || changes.waitsForOthers ? 1 : 0),
    });
    if (right === 'write' && !frozen) this.push(changes);
  }

  /** Sends what the server lacks, and learns when everything written up to now is stored. */
  private push(changes: OwnChanges): void {
    const { unacknowledged } = this.facts;
    if (unacknowledged === 0) return;
    const parts = changes.parts.length > 0 ? changes.parts : [nothing];
    const count = changes.waitsForOthers ? 0 : unacknowledged;
    parts.forEach((part, index) => this.send('step2', part, index === parts.length - 1 ? count : 0));
    if (changes.waitsForOthers) this.retry = setTimeout(() => this.join(), this.timing.longestRetryMs);
  }

  private flush(): void {
    const { joined, right, frozen, refusal, waitsForOthers } = this.facts;
    if (!joined || right !== 'write' || frozen || refusal !== null || waitsForOthers) return;
    if (this.outbox.length === 0 || this.inFlight >= mostInFlight) return;
    // Yjs gives a document a new id when it meets its own in somebody else's changes.
    if (this.doc.clientID !== this.confirmedId) {
      this.join();
      return;
    }
    const count = this.outbox.length;
    const parts = partsOf(count === 1 && this.outbox[0] ? this.outbox[0] : Y.mergeUpdates(this.outbox));
    this.outbox = [];
    parts.forEach((part, index) => this.send('update', part, index === parts.length - 1 ? count : 0));
  }

  /** @param count changes that are stored when this update is */
  private send(kind: 'step2' | 'update', update: Uint8Array, count: number): void {
    const { connection } = this.options;
    const { epoch } = this;
    const message = exactBuffer(encodeSyncMessage(kind, update));
    const sentAt = this.now();
    const { answerMs } = this.timing;
    this.inFlight++;
    connection
      .timeout(kind === 'update' ? answerMs / 2 : answerMs)
      .emit('update', this.documentId, message, (late: Error | null, input: unknown) => {
        if (epoch !== this.epoch) return;
        const answer = this.answered(late, sentAt) ? updateAnswerSchema.safeParse(input).data : undefined;
        if (!answer) {
          this.again();
          return;
        }
        if (!answer.ok) {
          this.refused(answer.error);
          return;
        }
        this.inFlight--;
        this.attempts = 0;
        if (count > 0) this.change({ unacknowledged: this.facts.unacknowledged - count });
        this.flush();
      });
  }

  /** A server that leaves a change without an answer may be slow to store it; one that does not answer who joins is out of reach. */
  private answered(late: Error | null, askedAt: number, isJoin = false): boolean {
    if (!late) this.silentSince = null;
    else {
      this.silentSince ??= askedAt;
      if (isJoin) this.facts.offlineSince ??= this.silentSince;
    }
    return !late;
  }

  private sendAwareness(message: Uint8Array): void {
    const { connection } = this.options;
    if (connection.connected) connection.volatile.emit('awareness', this.documentId, exactBuffer(message));
  }

  private refused(error: CollabError): void {
    if (error.code === 'frozen') {
      this.epoch++;
      this.change({ frozen: true });
    } else if (finalRefusals.has(error.code)) {
      this.reset();
      this.change({ refusal: error.code });
    } else {
      this.again(error.retryAfterMs);
    }
  }

  private receive(input: unknown): void {
    const sync = decodeSyncMessage(bytesOf(input) ?? new Uint8Array());
    if (!sync || sync.kind === 'step1' || !this.isStarted) return;
    const { right, frozen } = this.facts;
    const lost = this.written.apply(sync.payload, this);
    if (right === 'write' && !frozen) this.written.bringBack(lost);
    const isIncomplete = this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null;
    if (isIncomplete && this.facts.joined) this.again();
    else if (this.facts.waitsForOthers && this.facts.joined) {
      this.attempts = 0;
      this.again();
    }
  }

  private changeRight(right: unknown): void {
    if (right === 'write') {
      this.change({ right });
      this.join();
    } else if (right === 'read') {
      this.change({ right });
    } else if (right === 'none') {
      this.reset();
      this.link.unlink();
      this.change({ right, refusal: 'denied' });
    }
  }

  private change(facts: Partial<ProviderFacts>): void {
    Object.assign(this.facts, facts);
    this.picture = snapshotOf(this.facts);
    for (const listener of this.listeners) listener();
  }
}
