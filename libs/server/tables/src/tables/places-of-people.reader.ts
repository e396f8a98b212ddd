import { type Sector } from '@tavolo/governance';
import { type Words } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { PlacesOfPeople, type Places } from '@tavolo/server-identity';
import { TableDatabase } from '../policy/table-database.reader.js';

interface PlaceRow {
  readonly person: string;
  readonly sector: Sector | null;
  readonly organisation: Words | null;
  readonly key: string;
  readonly name: Words;
  readonly as: string;
}

/** Where people sit, for the door of the demonstration; one query. Of private rooms nothing is told. */
@Injectable()
export class PlacesOfPeopleReader extends PlacesOfPeople {
  constructor(private readonly database: TableDatabase) {
    super();
  }

  override async of(people: readonly string[]): Promise<Map<string, Places>> {
    const rows = await this.database.manager.query<PlaceRow[]>(
      `select m.person_id as person, coalesce(seat.sector, m.sector) as sector, o.name as organisation, t.key, t.name,
              coalesce(s."as", (select r.role from tables_role r where r.member_id = m.id and r.to_at is null order by r.role limit 1), 'member') as "as"
       from tables_member m
       join tables_table t on t.id = m.table_id
       left join tables_seating s on s.member_id = m.id and s.to_at is null
       left join tables_seat seat on seat.id = s.seat_id
       left join tables_organisation o on o.id = coalesce(seat.organisation_id, m.organisation_id)
       where m.person_id = any($1) and m.joined_at is not null and t.kind = 'table'
       order by t.key`,
      [[...people]],
    );
    const places = new Map<string, Places>();
    for (const { person, sector, organisation, key, name, as } of rows) {
      const known = places.get(person);
      places.set(person, {
        sector: known && known.sector !== 'neutral' ? known.sector : (sector ?? 'neutral'),
        organisation: known?.organisation ?? organisation,
        tables: [...(known?.tables ?? []), { key, name, as }],
      });
    }
    return places;
  }
}
