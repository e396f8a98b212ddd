import { Injectable } from '@nestjs/common';
import { type AccessDecision, type DocumentAccess, visitorMember } from '@tavolo/collaboration/room';
import { type SeatView } from '@tavolo/contracts';
import { type Composition } from '@tavolo/governance';
import { wordsIn, type Language } from '@tavolo/kernel';
import { Authenticator, Clock, system, type Who } from '@tavolo/server-platform';
import { TablePeople, TablePolicy, type MemberAtTable } from '@tavolo/server-tables';
import { isUuid, type ProposalState } from '../procedures/procedure-store.repository.js';
import { ProposalFinder } from '../procedures/proposal-finder.reader.js';
import { compositionOf } from '@tavolo/contracts';
import { isFrozen, rightOn } from '../reading/proposal-view.reader.js';

/** Who opened a socket. */
export interface WritingSession {
  readonly cookie: string | undefined;
  readonly who: Who;
}

/** What is the same for everybody who has one text open. */
interface TextSurroundings {
  readonly proposal: ProposalState;
  readonly composition: Composition;
  readonly members: ReadonlyMap<string, MemberAtTable>;
  readonly seats: readonly SeatView[];
}

/** For so many milliseconds the surroundings of a text are read once for all who ask; `refresh` forgets them at once. */
const shared = 1000;

const nothing: AccessDecision = { right: 'none', member: 'nobody', name: 'nobody', organisation: null, sector: null };

/** Says who may read and write the live text of a proposal: members of its table, those write whom the procedure lets write. */
@Injectable()
export class TextAccess implements DocumentAccess<WritingSession> {
  readonly #surroundings = new Map<
    string,
    { readonly until: number; readonly found: Promise<TextSurroundings | null> }
  >();

  constructor(
    private readonly authenticator: Authenticator,
    private readonly proposals: ProposalFinder,
    private readonly policy: TablePolicy,
    private readonly people: TablePeople,
    private readonly clock: Clock,
  ) {}

  /** Stages, roles or seats have changed: the next answers are found anew. */
  refresh(): void {
    this.#surroundings.clear();
  }

  /** Asked at each join, and again when roles or stages change and each minute; a session that has ended has no right. */
  async access(documentId: string, session: WritingSession): Promise<AccessDecision> {
    const who = await this.authenticator.authenticate(session.cookie);
    const surroundings = await this.surroundingsOf(documentId);
    const standing = surroundings && (await this.policy.find(who, surroundings.proposal.table));
    if (!surroundings || !standing) return nothing;
    const { proposal, composition, members, seats } = surroundings;
    const now = this.clock.now();
    const right = rightOn(proposal.procedure, standing, composition, now);
    if (right === 'none') return nothing;
    const frozen = isFrozen(proposal.procedure, composition, now);
    const { member } = standing.me;
    const name = member === null ? null : members.get(member)?.name;
    // A pseudonym is no name to show: who reads along without a place or a name is counted as a visitor.
    if (member === null || (!name && right === 'read'))
      return { ...nothing, right, member: visitorMember, name: visitorMember, frozen };
    const seat = seats.find(({ id }) => id === standing.me.seat);
    return {
      right,
      member,
      name: name ?? member,
      organisation: seat ? organisationOf(seat, proposal.language) : null,
      sector: seat?.sector ?? null,
      frozen,
    };
  }

  private surroundingsOf(documentId: string): Promise<TextSurroundings | null> {
    const known = this.#surroundings.get(documentId);
    if (known && known.until > performance.now()) return known.found;
    const found = this.find(documentId);
    this.#surroundings.set(documentId, { until: performance.now() + shared, found });
    found.catch(() => this.#surroundings.delete(documentId));
    return found;
  }

  private async find(documentId: string): Promise<TextSurroundings | null> {
    const proposal = isUuid(documentId) ? await this.proposals.find(documentId) : null;
    if (!proposal) return null;
    const members = await this.policy.members(proposal.table);
    const { seats, roles } = await this.people.of(await this.policy.of(system, proposal.table));
    return { proposal, composition: compositionOf({ seats, roles }), members, seats };
  }
}

const organisationOf = ({ organisation }: SeatView, language: Language): string | null =>
  organisation ? (wordsIn(organisation.name as Parameters<typeof wordsIn>[0], language)?.text ?? null) : null;
