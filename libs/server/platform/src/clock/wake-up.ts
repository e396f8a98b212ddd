/** Waiting that can be cut short. A call that comes while nobody waits is remembered. */
export class WakeUp {
  #called = false;
  #wake: (() => void) | null = null;

  call(): void {
    this.#called = true;
    this.#wake?.();
  }

  /** Resolves after `millis`, or as soon as `call` is called. */
  async wait(millis: number): Promise<void> {
    if (!this.#called) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, millis);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#wake = null;
    this.#called = false;
  }
}
