/** A token bucket: `perSecond` units flow in, at most `burst` are kept. */
export class Allowance {
  private left: number;
  private at: number;

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    now: number,
  ) {
    this.left = burst;
    this.at = now;
  }

  /** Takes so many units. @returns 0 when they were there, otherwise the milliseconds after which they will be. */
  take(units: number, now: number): number {
    this.left = Math.min(this.burst, this.left + (Math.max(0, now - this.at) * this.perSecond) / 1000);
    this.at = now;
    if (this.left >= Math.min(units, this.burst)) {
      this.left -= units;
      return 0;
    }
    return ((Math.min(units, this.burst) - this.left) * 1000) / this.perSecond;
  }
}
