import { Injectable } from '@nestjs/common';
import { Administrators } from '@tavolo/server-identity';
import { NotAllowed, type Who } from '@tavolo/server-platform';
import { type Words } from '@tavolo/kernel';
import { TableDatabase } from '../policy/table-database.reader.js';
import { AreaRecord } from '../records/area.record.js';

/** The social areas of the installation. */
@Injectable()
export class AreaReader {
  constructor(
    private readonly database: TableDatabase,
    private readonly administrators: Administrators,
  ) {}

  /** Every area, by key, for administrators. Throws `NotAllowed`. */
  async all(who: Who): Promise<{ id: string; name: Words }[]> {
    if (!(await this.administrators.isOne(who, this.database.manager))) throw new NotAllowed('administrator');
    const areas = await this.database.manager.find(AreaRecord, { order: { key: 'asc' } });
    return areas.map(({ id, name }) => ({ id, name }));
  }
}
