import { type MemberView, type SeatView, type TableView } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { TableDatabase } from '../policy/table-database.reader.js';
import { type MemberAtTable, type Standing } from '../policy/table-facts.js';
import { TablePolicy } from '../policy/table-policy.js';
import { organisationsOf, rolesOf, seatsOf } from '../policy/table.repository.js';

export interface PeopleView {
  readonly seats: SeatView[];
  readonly roles: TableView['rolesView'];
  /** Those of the pseudonyms asked for who hold no seat and no role now. */
  readonly others: MemberView[];
}

/** The people of a table for one reader: names only where she may see them. */
@Injectable()
export class TablePeople {
  constructor(
    private readonly database: TableDatabase,
    private readonly policy: TablePolicy,
  ) {}

  /** Seats and roles with their people, and the others among `mentioned`. */
  async of({ table, seesNames }: Standing, mentioned: Iterable<string> = []): Promise<PeopleView> {
    const { manager } = this.database;
    const [seats, roles, members] = await Promise.all([
      seatsOf(manager, table.id),
      rolesOf(manager, table.id),
      this.policy.members(table.id),
    ]);
    const organisations = await organisationsOf(manager, seats);
    const organisationById = new Map(organisations.map((organisation) => [organisation.id, organisation]));
    const view = (member: string): MemberView => memberView(member, members.get(member), seesNames);
    const present = new Set([
      ...seats.flatMap(({ holder, deputy }) => [holder, deputy]),
      ...roles.map(({ member }) => member),
    ]);
    return {
      seats: seats.map(({ organisation: id, holder, deputy, ...seat }) => {
        const organisation = id === null ? undefined : organisationById.get(id);
        return {
          ...seat,
          organisation: organisation ? { id: organisation.id, key: organisation.key, name: organisation.name } : null,
          holder: holder === null ? null : view(holder),
          deputy: deputy === null ? null : view(deputy),
        };
      }),
      roles: roles.map(({ role, member }) => ({ role, holder: view(member) })),
      others: [...new Set(mentioned)].filter((member) => !present.has(member) && members.has(member)).map(view),
    };
  }
}

const memberView = (member: string, known: MemberAtTable | undefined, seesNames: boolean): MemberView => ({
  member,
  name: seesNames ? (known?.name ?? null) : null,
  title: seesNames ? (known?.title ?? null) : null,
});
