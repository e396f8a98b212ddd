import { Injectable } from '@nestjs/common';
import { TableDatabase } from '../policy/table-database.reader.js';

/** Which streams of a log are about something. */
@Injectable()
export class LogStreams {
  constructor(private readonly database: TableDatabase) {}

  /** The streams that bear the key (`proposal:P-101`, `doc:P-101`), and those of the ballots on it. */
  async about(space: string, key: string): Promise<string[]> {
    const rows = await this.database.manager.query<{ stream: string }[]>(
      `select distinct stream from audit.entry
       where space_id = $1 and sv = 1
         and (split_part(stream, ':', 2) = $2
              or (act = 'vote.opened' and convert_from(leaf, 'UTF8')::jsonb #>> '{data,proposal}' = $2))
       order by stream`,
      [space, key],
    );
    return rows.map(({ stream }) => stream);
  }
}
