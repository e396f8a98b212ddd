import { type ActContext } from '../../acts/act.js';
import { keyOwner } from '../../acts/who.js';

/** Why personal data is erased: enumerated, for the entry must not say anything about the person. */
export const erasureBases = ['own_request', 'consent_withdrawn', 'no_longer_needed', 'unlawful'] as const;
export type ErasureBasis = (typeof erasureBases)[number];

export interface Erasure {
  /** Id of the person. */
  readonly person: string;
  /** Her e-mail addresses, lower case: what waits to be sent to them is not sent any more. */
  readonly addresses: readonly string[];
  readonly basis: ErasureBasis;
}

/** What one context keeps about people. Make it a provider, and register it in `PersonalData` when it is made. */
export abstract class PersonalDataHolder {
  /**
   * Erases what the context keeps about the person, inside the act `subject.erased`: replaces her name, cuts the links from
   * pseudonyms to her, and for each log of its own deletes her disclosures with `AuditErasure.eraseSubject` and records
   * `subject.erased {count, basis}`, without her name. What it throws keeps everything as it was.
   */
  abstract erase(erasure: Erasure, context: ActContext): Promise<void>;
}

/**
 * The contexts that keep personal data besides the one that knows who people are. That one performs `subject.erased`: it
 * calls `erase` here first, and then erases what it keeps itself, to which nothing refers any more.
 */
export class PersonalData {
  readonly #holders: PersonalDataHolder[] = [];

  register(holder: PersonalDataHolder): void {
    this.#holders.push(holder);
  }

  /** Has every context erase the person, and erases what the platform keeps for her: mails, and outcomes of acts. Call it inside the act. */
  async erase(erasure: Erasure, context: ActContext): Promise<void> {
    // One after the other: a transaction has one connection.
    for (const holder of this.#holders) await holder.erase(erasure, context);
    const { person, addresses } = erasure;
    await context.manager.query('delete from platform_act_outcome where owner = $1', [
      keyOwner({ kind: 'person', person, session: '' }),
    ]);
    await context.manager.query('delete from platform_mail where lower(recipient) = any($1::text[])', [[...addresses]]);
  }
}
