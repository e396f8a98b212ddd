import { Injectable } from '@nestjs/common';
import { type Who } from '@tavolo/server-platform';
import { DataSource } from 'typeorm';
import { Administrators } from './administrators.js';

/** The same question as acts ask, for those who only read. */
@Injectable()
export class AdministratorReader {
  constructor(
    private readonly database: DataSource,
    private readonly administrators: Administrators,
  ) {}

  /** Lets administrators and the system pass. Throws `SessionRequired` or `NotAllowed`. */
  async require(who: Who): Promise<void> {
    await this.administrators.require({ who, manager: this.database.manager });
  }
}
