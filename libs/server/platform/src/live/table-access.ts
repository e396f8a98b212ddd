import { type Who } from '../acts/who.js';

/** Who may follow a table live. Implemented by the tables context and provided globally. */
export abstract class TableAccess {
  /** Asked when somebody starts to watch, and again each minute while she does. `table` is the table's key. */
  abstract mayWatch(who: Who, table: string, room?: string): Promise<boolean>;

  /** The pseudonym under which others see that she is looking; `null` shows nobody (visitors, guests). */
  presentAs(_who: Who, _table: string): Promise<string | null> {
    return Promise.resolve(null);
  }

  /** Whether she is told who else is looking. By itself, those are who are shown themselves: nobody watches the others unseen. */
  async seesPresence(who: Who, table: string): Promise<boolean> {
    return (await this.presentAs(who, table)) !== null;
  }
}
