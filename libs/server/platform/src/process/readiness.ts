/** What a process must have done before it can serve. */
export type ReadinessPart = 'database' | 'migrations' | 'demo';
export type ReadinessState = 'waiting' | 'ready' | 'failed';

/** How far the start is, for `/health`. One object for the process; only its parts that were announced count. */
export class Readiness {
  private readonly parts = new Map<ReadinessPart, ReadinessState>();

  set(part: ReadinessPart, state: ReadinessState): void {
    this.parts.set(part, state);
  }

  get ready(): boolean {
    return [...this.parts.values()].every((state) => state === 'ready');
  }

  snapshot(): Partial<Record<ReadinessPart, ReadinessState>> {
    return Object.fromEntries(this.parts);
  }
}
