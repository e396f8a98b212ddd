import { keySchema, levelSchema, sectorSchema, wordsSchema, rulebookCommandSchema } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Administrators, plainWords, takenAs } from '@tavolo/server-identity';
import { Act, AuditSpaces, uuid7, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { Pseudonyms } from '../policy/pseudonyms.js';
import { SeatRecord } from '../records/seat.record.js';
import { TableRecord } from '../records/table.record.js';
import { isRoomKey } from './free-key.repository.js';
import { seatInLog } from '../seats/seat-in-log.js';
import { recordAdoption } from '../rulebooks/adopt-rulebook.act.js';
import { putInForce } from '../rulebooks/rulebook-in-force.repository.js';

const seat = z.object({
  sector: sectorSchema,
  /** Id of the organisation for which it is held; `null` for a person of her own. */
  organisation: z.uuid().nullable(),
  level: levelSchema.default('local'),
  right: z.enum(['vote', 'voice']),
  assesses: z.boolean().default(false),
  decidingAuthority: z.boolean().default(false),
});

const schema = z
  .object({
    /** Never of the form of an id: tables are found by either. */
    key: keySchema.refine((key) => !z.uuid().safeParse(key).success, 'a key must not look like an id'),
    area: z.uuid().nullable(),
    name: wordsSchema,
    visibility: z.enum(['public', 'members']),
    /** `coalition`: a private room of organisations that came together; nobody outside may know that it exists. */
    kind: z.enum(['table', 'coalition']).default('table'),
    seats: z.array(seat).min(1).max(200),
    rulebook: rulebookCommandSchema,
  })
  .refine(({ kind, key }) => kind === 'table' || isRoomKey(key), {
    error: 'the key of a room must not end in a number, as those of tables do',
    path: ['key'],
  });
export type CreateTableCommand = z.input<typeof schema>;
/** The same with everything that was left out. */
export type WholeTableCommand = z.infer<typeof schema>;
type Command = WholeTableCommand;

/** Opens a table with its seats, its first rulebook and its own audit log. For administrators and imports. */
@Injectable()
export class CreateTable extends Act<Command, { id: string; seats: string[] }> {
  readonly name = 'table.created';
  readonly command: z.ZodType<Command> = schema;

  constructor(
    private readonly administrators: Administrators,
    private readonly spaces: AuditSpaces,
    private readonly pseudonyms: Pseudonyms,
  ) {
    super();
  }

  async execute(command: Command, context: ActContext): Promise<{ id: string; seats: string[] }> {
    await this.administrators.require(context);
    const { manager, now } = context;
    const { key, area, kind, rulebook } = command;
    const visibility = kind === 'coalition' ? 'members' : command.visibility;
    const id = uuid7();
    const space = this.spaces.newId();
    // The names of all logs are public; that a table of members exists is not.
    const origin = this.spaces.originOf(visibility === 'public' ? key : space);
    await takenAs(
      'table.key_taken',
      this.spaces.open(manager, { id: space, origin, kind: kind === 'table' ? 'table' : 'room' }),
    );
    const name = plainWords(command.name);
    const table = { id, key, area, name, kind, visibility, space, origin, createdAt: now };
    await takenAs('table.key_taken', manager.insert(TableRecord, table));
    const seats = command.seats.map((one, index) => ({ ...one, id: uuid7(), table: id, number: index + 1 }));
    await manager.insert(SeatRecord, seats);
    await putInForce(context, id, rulebook);
    const actor = await this.pseudonyms.ofActor(context, id);
    const stream = `table:${key}`;
    context.record({ space, act: 'space.created', stream, actor, data: { origin } });
    context.record({
      space,
      act: this.name,
      stream,
      actor,
      data: {
        table: key,
        visibility,
        ...(kind !== 'table' && { kind }),
        seats: seats.map(seatInLog),
      },
      disclosures: [{ name: 'name', value: { ...name }, subject: null }],
    });
    recordAdoption(context, { space }, rulebook, actor);
    return { id, seats: seats.map((one) => one.id) };
  }
}
