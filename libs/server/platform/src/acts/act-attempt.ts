import { type Instant } from '@tavolo/kernel';
import { type EntityManager } from 'typeorm';
import { uuid7 } from '../audit/write/uuid7.js';
import { type FreshFact } from '../live/fact-bus.js';
import { type ActContext } from './act.js';
import { type EntryDraft } from './entry-draft.js';
import { type Who } from './who.js';

/** The context of one attempt, and what it gathered. Ids are shared by all attempts of a run: a retried entry keeps its id. */
export class ActAttempt implements ActContext {
  readonly drafts: { readonly id: string; readonly draft: EntryDraft }[] = [];
  readonly facts: FreshFact[] = [];
  readonly afterwards: (() => void | Promise<void>)[] = [];

  constructor(
    readonly manager: EntityManager,
    readonly now: Instant,
    readonly who: Who,
    private readonly ids: string[],
  ) {}

  record(draft: EntryDraft): void {
    const place = this.drafts.length;
    this.drafts.push({ id: (this.ids[place] ??= uuid7()), draft });
  }

  announce(fact: FreshFact): void {
    this.facts.push(fact);
  }

  afterCommit(work: () => void | Promise<void>): void {
    this.afterwards.push(work);
  }
}
