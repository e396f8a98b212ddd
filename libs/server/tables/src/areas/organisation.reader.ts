import { Injectable } from '@nestjs/common';
import { type OrganisationView } from '@tavolo/contracts';
import { In, type EntityManager } from 'typeorm';
import { TableDatabase } from '../policy/table-database.reader.js';
import { OrganisationRecord } from '../records/organisation.record.js';

/** The organisations of the installation, for whoever is told of one. */
@Injectable()
export class OrganisationReader {
  constructor(private readonly database: TableDatabase) {}

  /** The organisations of these ids, in the order of their keys; unknown ids are left out. */
  async named(ids: readonly string[]): Promise<OrganisationView[]> {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return [];
    const found = await this.database.manager.find(OrganisationRecord, {
      where: { id: In(asked) },
      order: { key: 'asc' },
    });
    return found.map(({ id, key, name }) => ({ id, key, name }));
  }

  /** Which of these ids are no organisation of the installation, each once; ids need not have the form of one. */
  async unknown(ids: readonly string[], manager: EntityManager): Promise<readonly string[]> {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return [];
    const known = await manager
      .createQueryBuilder(OrganisationRecord, 'organisation')
      .select('organisation.id', 'id')
      // As texts: what is no UUID at all is unknown, and no error.
      .where('organisation.id::text = any(:asked)', { asked })
      .getRawMany<{ id: string }>();
    const found = new Set(known.map(({ id }) => id));
    return asked.filter((id) => !found.has(id));
  }
}
