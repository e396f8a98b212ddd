import { jest } from '@jest/globals';
import { type Type } from '@nestjs/common';
import { system, visitor, type Act, type Who } from '@tavolo/server-platform';
import { CreateArea } from './areas/create-area.act.js';
import { CreateOrganisation } from './areas/create-organisation.act.js';
import { TakeBundle } from './log/take-bundle.act.js';
import { AdoptRulebook } from './rulebooks/adopt-rulebook.act.js';
import { ChangeMode } from './rulebooks/change-mode.act.js';
import { EndRole } from './seats/end-role.act.js';
import { FillSeat } from './seats/fill-seat.act.js';
import { GiveRole } from './seats/give-role.act.js';
import { JoinMember } from './seats/join-member.act.js';
import { VacateSeat } from './seats/vacate-seat.act.js';
import { CreateTable } from './tables/create-table.act.js';
import { consultation, planning } from './testing/rulebooks.js';
import { TablesApplication } from './testing/tables-application.js';

jest.setTimeout(60_000);

const roles = ['visitor', 'stranger', 'member', 'administrator', 'system'] as const;
type Role = (typeof roles)[number];

/** What administrators do at a table. Each is run at a members' table of its own, where `member` sits on seat 1. */
const administration: readonly [
  Type<Act<unknown, unknown>>,
  (at: { table: string; person: string; member: string }) => unknown,
][] = [
  [CreateArea, ({ table }) => ({ key: `A-${table}`, name: { en: 'Area' } })],
  [
    CreateOrganisation,
    ({ table }) => ({ key: `O-${table}`, name: { en: 'Office' }, sector: 'public', level: 'local' }),
  ],
  [
    CreateTable,
    ({ table }) => ({
      key: `${table}-new`,
      area: null,
      name: { en: 'New' },
      visibility: 'public',
      seats: [{ sector: 'citizens', organisation: null, right: 'vote' }],
      rulebook: planning(1),
    }),
  ],
  [AdoptRulebook, ({ table }) => ({ table, rulebook: planning(2) })],
  [ChangeMode, ({ table }) => ({ table, rulebook: consultation(2) })],
  [JoinMember, ({ table, person }) => ({ table, person, sector: 'citizens', organisation: null })],
  [FillSeat, ({ table, person }) => ({ table, seat: '2', person, as: 'holder' })],
  [GiveRole, ({ table, person }) => ({ table, role: 'secretary', person })],
];

/** What ends: the seat of `member`, and her role. */
const endings: typeof administration = [
  [VacateSeat, ({ table }) => ({ table, seat: '1', as: 'holder', reason: 'Moved away' })],
  [EndRole, ({ table, member }) => ({ table, role: 'facilitator', member, reason: 'Moved away' })],
];

const verdicts: Readonly<Record<Role, string>> = {
  visitor: 'no_session',
  stranger: 'not_allowed',
  member: 'not_allowed',
  administrator: 'done',
  system: 'done',
};

/** Acts with a door at the table itself say no more to a stranger than the table does. */
const atTheTable: ReadonlySet<unknown> = new Set([FillSeat, GiveRole]);

describe('who may do what at a table', () => {
  let tables: TablesApplication;
  let people: Readonly<Record<Role, Who>>;
  let ids: { member: string; stranger: string };
  let count = 0;

  beforeAll(async () => {
    tables = await TablesApplication.start();
    const [stranger, member, administrator] = [
      await tables.person('Stefania'),
      await tables.person('Marta'),
      await tables.person('Ada', true),
    ];
    people = { visitor, stranger: stranger.who, member: member.who, administrator: administrator.who, system };
    ids = { member: member.id, stranger: stranger.id };
  });

  afterAll(() => tables.close());

  const arrange = async (visibility: 'public' | 'members' = 'members') => {
    const { key } = await tables.table(`T-${(count += 1)}`, { visibility });
    await tables.run(FillSeat, { table: key, seat: '1', person: ids.member, as: 'holder' });
    const { member } = await tables.run(GiveRole, { table: key, role: 'facilitator', person: ids.member });
    return { table: key, person: ids.stranger, member };
  };

  const cases = administration.flatMap(([act, command]) =>
    roles.map((role) => ({ act, name: act.name, command, role })),
  );

  it.each(cases)('$name by $role', async ({ act, command, role }) => {
    const at = await arrange();
    const hidden = role === 'stranger' && atTheTable.has(act);
    expect(await tables.refusal(act, command(at), people[role])).toBe(hidden ? 'not_found' : verdicts[role]);
  });

  it.each(
    endings.flatMap(([act, command]) =>
      (
        [
          ['visitor', 'no_session'],
          ['stranger', 'not_found'],
          ['member', 'done'],
          ['administrator', 'done'],
          ['system', 'done'],
        ] as const
      ).map(([role, verdict]) => ({ act, name: act.name, command, role, verdict })),
    ),
  )('$name, of a seat or role of a member, by $role: $verdict', async ({ act, command, role, verdict }) => {
    expect(await tables.refusal(act, command(await arrange()), people[role])).toBe(verdict);
  });

  it.each([
    ['public', 'visitor', 'done'],
    ['public', 'stranger', 'done'],
    ['members', 'visitor', 'not_found'],
    ['members', 'stranger', 'not_found'],
    ['members', 'member', 'done'],
    ['members', 'administrator', 'done'],
  ] as const)('a copy of the log of a %s table is taken by %s: %s', async (visibility, role, verdict) => {
    const { table } = await arrange(visibility);
    expect(await tables.refusal(TakeBundle, { table }, people[role])).toBe(verdict);
  });

  it('records an administrator under a pseudonym of that table, which makes her no member', async () => {
    const { table: key } = await arrange();
    await tables.run(AdoptRulebook, { table: key, rulebook: planning(2) }, people.administrator);
    const { table, me, actor } = await tables.policy.of(people.administrator, key);
    const [entry] = await tables.log(table, 'rulebook.adopted');
    expect(entry?.actor).toMatch(/^m_/);
    expect({ member: me.member, actor }).toEqual({ member: null, actor: null });
  });
});
