import { keySchema, wordsSchema } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Administrators, plainWords, SystemLog, takenAs } from '@tavolo/server-identity';
import { Act, uuid7, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { AreaRecord } from '../records/area.record.js';

const command = z.object({ key: keySchema, name: wordsSchema });

/** Enters a social area. For administrators and imports. */
@Injectable()
export class CreateArea extends Act<z.infer<typeof command>, { id: string }> {
  readonly name = 'area.created';
  readonly command = command;

  constructor(
    private readonly administrators: Administrators,
    private readonly log: SystemLog,
  ) {
    super();
  }

  async execute({ key, name }: z.infer<typeof command>, context: ActContext): Promise<{ id: string }> {
    const actor = await this.administrators.require(context);
    const id = uuid7();
    await takenAs('area.key_taken', context.manager.insert(AreaRecord, { id, key, name: plainWords(name) }));
    await this.log.record(context, {
      act: this.name,
      stream: `area:${id}`,
      actor,
      data: { area: id, key },
      disclosures: [{ name: 'name', value: { ...plainWords(name) }, subject: null }],
    });
    return { id };
  }
}
