import { type Fact } from '@tavolo/contracts';

export type FreshFact = Omit<Fact, 'version'>;

/** Carries facts from committed acts to whoever tells the clients. With several processes an implementation relays them to all. */
export abstract class FactBus {
  abstract publish(fact: FreshFact): void;
  /** Returns how to stop listening. */
  abstract subscribe(listener: (fact: FreshFact) => void): () => void;
}

/** The bus of a single process. */
export class InProcessFactBus extends FactBus {
  readonly #listeners = new Set<(fact: FreshFact) => void>();

  override publish(fact: FreshFact): void {
    for (const listener of this.#listeners) listener(fact);
  }

  override subscribe(listener: (fact: FreshFact) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
