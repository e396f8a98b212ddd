import { type AccessDecision, type DocumentAccess } from '@tavolo/collaboration/room';
import { Injectable } from '@nestjs/common';
import { type SeatView } from '@tavolo/contracts';
import { wordsIn, type Language } from '@tavolo/kernel';
import { Authenticator, Clock, type Who } from '@tavolo/server-platform';
import { TablePeople, TablePolicy } from '@tavolo/server-tables';
import { isUuid } from '../procedures/procedure-store.repository.js';
import { ProposalFinder } from '../procedures/proposal-finder.reader.js';
import { isFrozen, rightOn } from '../reading/proposal-view.reader.js';

/** Who opened a socket. */
export interface WritingSession {
  readonly cookie: string | undefined;
  readonly who: Who;
}

const nothing: AccessDecision = { right: 'none', member: 'nobody', name: 'nobody', organisation: null, sector: null };

/** Says who may read and write the live text of a proposal: members of its table, those write whom the procedure lets write. */
@Injectable()
export class TextAccess implements DocumentAccess<WritingSession> {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly proposals: ProposalFinder,
    private readonly policy: TablePolicy,
    private readonly people: TablePeople,
    private readonly clock: Clock,
  ) {}

  /** Asked at each join, and again when roles or stages change and each minute; a session that has ended has no right. */
  async access(documentId: string, session: WritingSession): Promise<AccessDecision> {
    const who = await this.authenticator.authenticate(session.cookie);
    const proposal = isUuid(documentId) ? await this.proposals.find(documentId) : null;
    const standing = proposal && (await this.policy.find(who, proposal.table));
    if (!proposal || !standing) return nothing;
    const now = this.clock.now();
    const composition = await this.policy.composition(standing.table.id);
    const right = rightOn(proposal.procedure, standing, composition, now);
    if (right === 'none') return nothing;
    const frozen = isFrozen(proposal.procedure, composition, now);
    const { member } = standing.me;
    if (member === null) return { ...nothing, right, member: 'administrator', name: 'Administrator', frozen };
    const { seats } = await this.people.of(standing);
    const known = (await this.policy.members(standing.table.id)).get(member);
    const seat = seats.find(({ id }) => id === standing.me.seat);
    return {
      right,
      member,
      name: known?.name ?? member,
      organisation: seat ? organisationOf(seat, proposal.language) : null,
      sector: seat?.sector ?? null,
      frozen,
    };
  }
}

const organisationOf = ({ organisation }: SeatView, language: Language): string | null =>
  organisation ? (wordsIn(organisation.name as Parameters<typeof wordsIn>[0], language)?.text ?? null) : null;
