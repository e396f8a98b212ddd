import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { OrganisationRecord } from '../records/organisation.record.js';

/** The organisations of the installation, for whoever is told of one. */
@Injectable()
export class OrganisationReader {
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
