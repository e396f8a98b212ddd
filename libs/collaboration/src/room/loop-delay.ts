const period = 100;

/** How late timers are now, in milliseconds: the time that everybody waits for this process. */
export class LoopDelay {
  private due = performance.now() + period;
  private delay = 0;
  private readonly timer = setInterval(() => {
    this.delay = Math.max(0, performance.now() - this.due);
    this.due = performance.now() + period;
  }, period).unref();

  get milliseconds(): number {
    return Math.max(this.delay, performance.now() - this.due);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
