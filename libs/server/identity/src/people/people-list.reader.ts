import { peopleListed, type PersonView } from '@tavolo/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PlacesOfPeople } from '../demo/places-of-people.js';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** People as administrators look for them. */
@Injectable()
export class PeopleListReader {
  constructor(
    private readonly database: DataSource,
    @Optional() @Inject(PlacesOfPeople) private readonly places: PlacesOfPeople | null,
  ) {}

  /** At most `peopleListed` people, by name, whose name or an address contains `search`; capitals make no difference. */
  async named(search: string): Promise<PersonView[]> {
    const rows = await this.database.manager.query<PersonRow[]>(
      `select p.id, p.name, coalesce(a.email, p.contact) as email
       from identity_person p left join identity_account a on a.person_id = p.id
       where strpos(lower(p.name), lower($1)) > 0 or strpos(a.email, lower($1)) > 0
          or strpos(lower(p.contact), lower($1)) > 0
       order by lower(p.name), p.id
       limit $2`,
      [search, peopleListed],
    );
    const places = await this.places?.of(rows.map(({ id }) => id));
    return rows.map(({ id, name, email }) => ({
      id,
      name,
      email,
      tables: (places?.get(id)?.tables ?? []).map((table) => ({ key: table.key, name: table.name })),
    }));
  }
}
