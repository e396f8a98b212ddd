import { openTableBody } from '@tavolo/contracts';
import { presetOf, rulebookFrom, sectors, type Rulebook, type Sector } from '@tavolo/governance';
import { localDateOf } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { Administrators, plainWords } from '@tavolo/server-identity';
import { Act, DomainRefusal, type ActContext } from '@tavolo/server-platform';
import { type z } from 'zod';
import { CreateArea } from '../areas/create-area.act.js';
import { GiveRole } from '../seats/give-role.act.js';
import { CreateTable, type WholeTableCommand } from './create-table.act.js';
import { freeAreaKey, freeTableKey } from './free-key.repository.js';

type Command = z.infer<typeof openTableBody>;

/** Where a table lies of which nothing else is said. */
const home = { zone: 'Europe/Rome', holidays: { country: 'IT', local: [] } } as const;

/**
 * Opens a table from a preset with six settings: its area if that is new, its seats and rules, and who convenes it, at once. For
 * administrators. The market has a voice, unless the preset gives it seats with a vote (domain.md section 1, row 25).
 */
@Injectable()
export class OpenTable extends Act<Command, { key: string }> {
  readonly name = 'table.created';
  readonly command: z.ZodType<Command> = openTableBody;

  constructor(
    private readonly administrators: Administrators,
    private readonly createArea: CreateArea,
    private readonly createTable: CreateTable,
    private readonly giveRole: GiveRole,
  ) {
    super();
  }

  async execute(command: Command, context: ActContext): Promise<{ key: string }> {
    await this.administrators.require(context);
    const { manager } = context;
    const name = plainWords(command.name);
    const key = await freeTableKey(manager, name);
    const rulebook = rulesFor(command, key, context);
    const area = await this.areaOf(command, context);
    await this.createTable.execute(
      { key, area, name, visibility: command.visibility, kind: 'table', seats: seatsFor(command, rulebook), rulebook },
      context,
    );
    await this.giveRole.execute({ table: key, role: 'coordinator', person: command.convener }, context);
    context.announce({ table: key, act: this.name, subject: `table:${key}` });
    return { key };
  }

  private async areaOf({ area }: Command, context: ActContext): Promise<string | null> {
    if (area === null || typeof area === 'string') return area;
    const name = plainWords(area.name);
    const key = await freeAreaKey(context.manager, name);
    return (await this.createArea.execute({ key, name }, context)).id;
  }
}

/** The sectors whose seats have a vote. */
function votingSectors({ seats, preset }: Command): readonly Sector[] {
  const { shares } = presetOf(preset);
  const market = shares?.market !== undefined;
  return sectors.filter((sector) => (seats[sector] ?? 0) > 0 && (sector !== 'market' || market));
}

/** The first rulebook: as the preset has it, or as it was changed before opening, under the table's own name. */
function rulesFor(command: Command, table: string, { now }: ActContext): Rulebook {
  const preset = presetOf(command.preset);
  const head = {
    key: `RB-${table.replace(/^T-/u, '').replace(/-1$/u, '')}-1`,
    version: 1,
    adoptedOn: localDateOf(now, home.zone),
    ...home,
  };
  const made = rulebookFrom(preset, head, votingSectors(command));
  if (!made)
    throw new DomainRefusal({ code: 'preset.opens_no_table', params: { preset: preset.key } }, { status: 422 });
  const { rulebook } = command;
  if (!rulebook) return made;
  if (rulebook.mode !== made.mode) {
    throw new DomainRefusal({ code: 'rulebook.other_mode', params: { mode: rulebook.mode } }, { status: 409 });
  }
  const { zone, holidays } = rulebook;
  return { ...rulebook, ...head, zone, holidays, preset: preset.key };
}

function seatsFor(command: Command, { mode }: Rulebook): WholeTableCommand['seats'] {
  const voting = new Set<Sector>(votingSectors(command));
  return sectors.flatMap((sector) =>
    Array.from({ length: command.seats[sector] ?? 0 }, (_, index) => ({
      sector,
      organisation: null,
      level: 'local' as const,
      right: voting.has(sector) ? ('vote' as const) : ('voice' as const),
      assesses: mode === 'consultation',
      // The institution decides in a consultation: its first seat opens it, replies and decides.
      decidingAuthority: mode === 'consultation' && sector === 'public' && index === 0,
    })),
  );
}
