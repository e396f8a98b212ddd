import { type DemoPerson } from '@tavolo/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import { PersonRecord } from '../records/person.record.js';
import { PlacesOfPeople, type Places } from './places-of-people.js';

const nowhere: Places = { sector: 'neutral', organisation: null, tables: [] };

/** The people of the demonstration, in the order of their keys. */
@Injectable()
export class DemoPeopleReader {
  constructor(
    private readonly database: DataSource,
    @Optional() @Inject(PlacesOfPeople) private readonly places: PlacesOfPeople | null,
  ) {}

  async all(): Promise<DemoPerson[]> {
    const people = await this.database.manager.find(PersonRecord, {
      where: { key: Not(IsNull()) },
      order: { key: 'ASC' },
    });
    const places = await this.places?.of(people.map((person) => person.id));
    return people.map(({ id, key, name, title }) => ({
      key: key ?? '',
      name,
      title: title ?? {},
      ...(places?.get(id) ?? nowhere),
    }));
  }
}
