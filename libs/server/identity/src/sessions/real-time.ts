import { instant, type Instant } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';

/**
 * The time of the wall, for what protects access: sessions, links to set a password, limits. Moving the clock of a
 * demonstration must neither sign everybody out nor revive a dead session.
 */
@Injectable()
export class RealTime {
  now(): Instant {
    return instant(Date.now());
  }
}
