import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How far the import of the demonstration is. */
@Injectable()
export class DemoState {
  constructor(private readonly database: DataSource) {}

  /** Putting the clock is the last step of the import: where it was put, everything else is there. */
  async isComplete(): Promise<boolean> {
    const rows = await this.database.query<unknown[]>('select 1 from platform_clock');
    return rows.length > 0;
  }
}
