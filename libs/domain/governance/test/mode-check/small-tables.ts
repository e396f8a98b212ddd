import { memberId, organisationId, seatId } from '@tavolo/kernel';
import { type Composition, type FrozenText, type Procedure, type Seat, type Sector } from '../../src/index.js';
import { actorAt } from '../tables.js';
import { version } from '../proposals.js';

/** A seat of a small table, named after whoever holds it, for an organisation of its own. */
export const smallSeat = (member: string, sector: Sector, more: Partial<Seat> = {}): Seat => ({
  id: seatId(`seat-${member}`),
  sector,
  organisation: organisationId(`org-${member}`),
  level: 'local',
  right: 'vote',
  assesses: false,
  decidingAuthority: false,
  holder: memberId(member),
  deputy: null,
  ...more,
});

export const roles: Composition['roles'] = [
  { role: 'facilitator', member: memberId('chair') },
  { role: 'secretary', member: memberId('secretary') },
  { role: 'guarantor', member: memberId('guarantor') },
];

export const peopleOf = (table: Composition, members: readonly string[]) =>
  members.map((member) => actorAt(table, member));

/** The number of the latest version, 0 before the first. */
export const latestOf = ({ versions }: Procedure): number => versions.at(-1)?.version ?? 0;

/** The text that comes next, with one clause. */
export const nextText = (procedure: Procedure): FrozenText => version(latestOf(procedure) + 1, 1);
