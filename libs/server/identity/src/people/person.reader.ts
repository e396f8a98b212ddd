import { type Language, type Words } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { PersonRecord } from '../records/person.record.js';

/** A person as other contexts may know her. */
export interface Person {
  readonly id: string;
  /** Short key of imported people, `m02`. */
  readonly key: string | null;
  readonly name: string;
  readonly title: Words | null;
  readonly language: Language;
}

/** Names of people, by id or key. Whether the reader may see them is decided by who asks. */
@Injectable()
export class PersonReader {
  constructor(private readonly database: DataSource) {}

  /** Those of `ids` that exist, by id; one query. */
  async people(ids: Iterable<string>, manager: EntityManager = this.database.manager): Promise<Map<string, Person>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const found = await manager.findBy(PersonRecord, { id: In(wanted) });
    return new Map(found.map((record) => [record.id, toPerson(record)]));
  }

  /** One person, or `null`. */
  async person(id: string, manager: EntityManager = this.database.manager): Promise<Person | null> {
    return (await this.people([id], manager)).get(id) ?? null;
  }

  /** Those whom the log of the installation knows by these pseudonyms, by pseudonym; one query. */
  async byPseudonym(
    pseudonyms: Iterable<string>,
    manager: EntityManager = this.database.manager,
  ): Promise<Map<string, Person>> {
    const wanted = [...new Set(pseudonyms)];
    if (wanted.length === 0) return new Map();
    const found = await manager.findBy(PersonRecord, { pseudonym: In(wanted) });
    return new Map(found.map((record) => [record.pseudonym, toPerson(record)]));
  }

  /** The imported person of that key, or `null`. */
  async byKey(key: string, manager: EntityManager = this.database.manager): Promise<Person | null> {
    const record = await manager.findOneBy(PersonRecord, { key });
    return record === null ? null : toPerson(record);
  }
}

const toPerson = ({ id, key, name, title, language }: PersonRecord): Person => ({ id, key, name, title, language });
