import { identityRoutes as routes } from '@tavolo/contracts';
import { Controller } from '@nestjs/common';
import {
  ActRunner,
  CurrentWho,
  Handles,
  Input,
  type InputOf,
  type ResponseOf,
  type Who,
} from '@tavolo/server-platform';
import { AdministratorReader } from '../accounts/administrator.reader.js';
import { ErasePerson } from '../erasure/erase-person.act.js';
import { PeopleListReader } from '../people/people-list.reader.js';

/** People as administrators see them, and erasing one. */
@Controller()
export class PeopleController {
  constructor(
    private readonly acts: ActRunner,
    private readonly administrators: AdministratorReader,
    private readonly list: PeopleListReader,
    private readonly erase: ErasePerson,
  ) {}

  @Handles(routes.people)
  async people(
    @Input() { query }: InputOf<typeof routes.people>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof routes.people>> {
    await this.administrators.require(who);
    return this.list.named(query.search);
  }

  @Handles(routes.erasePerson)
  erasePerson(
    @Input() { params, body }: InputOf<typeof routes.erasePerson>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof routes.erasePerson>> {
    return this.acts.run(this.erase, { ...params, ...body }, who);
  }
}
