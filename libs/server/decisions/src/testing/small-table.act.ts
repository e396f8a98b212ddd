import { type Level, type Rulebook, type Sector, type TableRole } from '@tavolo/governance';
import { type Language } from '@tavolo/kernel';
import { Act, uuid7, type ActContext, type AuditSpaces } from '@tavolo/server-platform';
import { z } from 'zod';

/** Somebody at a table made for a test; `seat` and `deputyOf` are names of seats, her own name is the name of her seat. */
export interface Sitter {
  readonly name: string;
  readonly sector?: Sector;
  readonly right?: 'vote' | 'voice';
  readonly assesses?: boolean;
  readonly decidingAuthority?: boolean;
  readonly deputyOf?: string;
  readonly roles?: readonly TableRole[];
  /** Id of somebody who is there already, from another table. */
  readonly person?: string;
  /** Her language; English when it is not given. */
  readonly language?: Language;
  /** Address of her account; without it she has none. */
  readonly email?: string;
  /** Key of the organisation for which she sits, made when it is not there; without one, that of her sector. */
  readonly organisation?: string;
}

export interface TableDesign {
  readonly key: string;
  readonly visibility: 'public' | 'members';
  readonly kind?: 'table' | 'coalition';
  readonly rulebook: Rulebook;
  readonly people: readonly Sitter[];
}

/** The ids of what was made, by the names of the design. */
export interface SmallTable {
  readonly id: string;
  readonly key: string;
  readonly space: string;
  readonly people: Readonly<
    Record<string, { readonly person: string; readonly member: string; readonly seat: string | null }>
  >;
  readonly organisations: Readonly<Partial<Record<Sector, string>>>;
}

const level: Level = 'local';

/** Makes a table by writing its rows, with the one entry that the database asks for. */
export class ArrangeTable extends Act<TableDesign, SmallTable> {
  readonly name = 'table.created';
  readonly command = z.custom<TableDesign>();

  constructor(private readonly spaces: AuditSpaces) {
    super();
  }

  async execute(design: TableDesign, context: ActContext): Promise<SmallTable> {
    const { manager, now } = context;
    const insert = (table: string, row: Readonly<Record<string, unknown>>): Promise<unknown> => {
      const names = Object.keys(row);
      const places = names.map((_, index) => `$${index + 1}`).join(', ');
      const columns = names.map((name) => `"${name}"`).join(', ');
      return manager.query(`insert into ${table} (${columns}) values (${places})`, Object.values(row));
    };
    const id = uuid7();
    const space = this.spaces.newId();
    const origin = this.spaces.originOf(design.key);
    await this.spaces.open(manager, { id: space, origin, kind: design.kind === 'coalition' ? 'room' : 'table' });
    const table = {
      id,
      key: design.key,
      name: { en: design.key },
      visibility: design.visibility,
      kind: design.kind ?? 'table',
    };
    await insert('tables_table', { ...table, space_id: space, origin, created_at: now });
    await insert('tables_rulebook', {
      id: uuid7(),
      table_id: id,
      key: design.rulebook.key,
      version: design.rulebook.version,
      body: design.rulebook,
      from_at: now,
    });
    const organisations: Partial<Record<Sector, string>> = {};
    const people: Record<string, SmallTable['people'][string]> = {};
    let number = 0;
    const organisationOf = async (sector: Sector, named: string): Promise<string> => {
      const [known] = await manager.query<{ id: string }[]>('select id from tables_organisation where key = $1', [
        named,
      ]);
      if (known) return known.id;
      const organisation = { id: uuid7(), key: named, name: { en: named }, sector, level };
      await insert('tables_organisation', organisation);
      return organisation.id;
    };
    for (const sitter of design.people) {
      const person = sitter.person ?? uuid7();
      const member = `m_${uuid7().slice(-12)}`;
      const [key, pseudonym] = [`${design.key}-${sitter.name}`, `p_${uuid7().slice(-12)}`];
      if (sitter.person === undefined) {
        await insert('identity_person', {
          id: person,
          key,
          pseudonym,
          name: sitter.name,
          language: sitter.language ?? 'en',
          created_at: now,
        });
        const { email } = sitter;
        if (email) {
          await insert('identity_account', { person_id: person, email, administrator: false, created_at: now });
        }
      }
      await insert('tables_member', { id: member, table_id: id, person_id: person, joined_at: now });
      let seat = sitter.deputyOf === undefined ? null : (people[sitter.deputyOf]?.seat ?? null);
      if (sitter.sector) {
        seat = uuid7();
        const { sector } = sitter;
        const organisation = await organisationOf(sector, sitter.organisation ?? `${design.key}-${sector}`);
        organisations[sector] ??= organisation;
        await insert('tables_seat', {
          id: seat,
          table_id: id,
          number: ++number,
          sector,
          organisation_id: organisation,
          level,
          right: sitter.right ?? 'vote',
          assesses: sitter.assesses ?? true,
          deciding_authority: sitter.decidingAuthority ?? false,
        });
      }
      if (seat !== null) {
        const as = sitter.deputyOf === undefined ? 'holder' : 'deputy';
        await insert('tables_seating', {
          id: uuid7(),
          table_id: id,
          seat_id: seat,
          member_id: member,
          as,
          from_at: now,
        });
      }
      for (const role of sitter.roles ?? []) {
        await insert('tables_role', { id: uuid7(), table_id: id, role, member_id: member, from_at: now });
      }
      people[sitter.name] = { person, member, seat };
    }
    context.record({ space, act: this.name, stream: `table:${design.key}`, actor: null, data: { table: design.key } });
    return { id, key: design.key, space, people, organisations };
  }
}
