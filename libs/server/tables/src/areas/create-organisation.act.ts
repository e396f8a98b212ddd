import { keySchema, levelSchema, sectorSchema, wordsSchema } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Administrators, plainWords, SystemLog, takenAs } from '@tavolo/server-identity';
import { Act, uuid7, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { OrganisationRecord } from '../records/organisation.record.js';

const command = z.object({ key: keySchema, name: wordsSchema, sector: sectorSchema, level: levelSchema });

/** Enters an organisation for which seats can be held. For administrators and imports. */
@Injectable()
export class CreateOrganisation extends Act<z.infer<typeof command>, { id: string }> {
  readonly name = 'organisation.created';
  readonly command = command;

  constructor(
    private readonly administrators: Administrators,
    private readonly log: SystemLog,
  ) {
    super();
  }

  async execute({ key, name, sector, level }: z.infer<typeof command>, context: ActContext): Promise<{ id: string }> {
    const actor = await this.administrators.require(context);
    const id = uuid7();
    await takenAs(
      'organisation.key_taken',
      context.manager.insert(OrganisationRecord, { id, key, name: plainWords(name), sector, level }),
    );
    const data = { organisation: id, key, sector, level };
    await this.log.record(context, {
      act: this.name,
      stream: `organisation:${id}`,
      actor,
      data,
      disclosures: [{ name: 'name', value: { ...plainWords(name) }, subject: null }],
    });
    return { id };
  }
}
