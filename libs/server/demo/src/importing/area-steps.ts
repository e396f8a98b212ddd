import { type CreateTableCommand } from '@tavolo/server-tables';
import { type Instant } from '@tavolo/kernel';
import { system } from '@tavolo/server-platform';
import { type DemoActs } from './demo-acts.js';
import { type DemoTable } from '../demo-data.js';
import { rulebookOf } from '../demo-rulebook.js';
import { type DemoScene } from './demo-scene.js';
import { localMoment, type DemoScript, type Step } from './step.js';

const founded = '2026-02-02';

/** The first moment of the demonstration: earlier than everything that happens in it. */
export const beginning = localMoment(founded, '08:00:00');

/** The area with its organisations and people, then each table on the day on which it adopted its first rulebook. */
export function areaSteps(script: DemoScript, acts: DemoActs): Step[] {
  const { data } = script;
  return [
    { at: localMoment(founded, '09:00:00'), run: (scene, at) => enterArea(script, acts, scene, at) },
    ...data.tables.map((table): Step => {
      const first = table.modeHistory?.[0]?.rulebookId ?? table.rulebookId;
      const adoptedOn = data.rulebooks.find(({ id }) => id === first)?.adoptedOn ?? founded;
      return {
        at: localMoment(adoptedOn, '09:00:00'),
        run: (scene, at) => openTable(script, acts, table, first, scene, at),
      };
    }),
  ];
}

async function enterArea({ data, language }: DemoScript, acts: DemoActs, scene: DemoScene, at: Instant): Promise<void> {
  const area = await scene.run(acts.createArea, { key: data.area.id, name: data.area.name }, system, at, 'area');
  scene.imported.organisations.set(data.area.id, area.id);
  for (const { id: key, name, sector, level } of data.organisations) {
    const { id } = await scene.run(
      acts.createOrganisation,
      { key, name, sector, level },
      system,
      at,
      `organisation:${key}`,
    );
    scene.imported.organisations.set(key, id);
  }
  for (const { id: key, name, title, contact } of data.members) {
    const { id } = await scene.run(
      acts.createPerson,
      { key, name, title, contact, language },
      system,
      at,
      `person:${key}`,
    );
    scene.imported.people.set(key, id);
  }
}

/** Whoever calls decisions of a table in sits there for the institution. */
const callsIn = ({ proposals }: DemoScript['data'], { id }: DemoTable, person: string): boolean =>
  proposals.some(({ tableId, callIns }) => tableId === id && callIns.some(({ by }) => by === person));

async function openTable(
  { data }: DemoScript,
  acts: DemoActs,
  table: DemoTable,
  rulebookId: string,
  scene: DemoScene,
  at: Instant,
): Promise<void> {
  const sitters = table.seats.map((seat) => {
    const member = data.members.find(({ id }) => id === seat.memberId);
    if (!member || member.sector === 'neutral') throw new Error(`${seat.memberId} cannot sit at ${table.id}`);
    const organisation = data.organisations.find(({ id }) => id === member.organisationId);
    return { seat, member, sector: member.sector, organisation };
  });
  const command: CreateTableCommand = {
    key: table.id,
    area: scene.organisation(data.area.id),
    name: table.name,
    visibility: table.visibility === undefined ? 'public' : 'members',
    kind: table.visibility === undefined ? 'table' : 'coalition',
    rulebook: rulebookOf(rulebookId, table, data.rulebooks, data.timeZone),
    seats: sitters.map(({ seat, sector, organisation }) => ({
      sector,
      organisation: organisation ? scene.organisation(organisation.id) : null,
      level: organisation?.level ?? 'local',
      right: seat.vote ? 'vote' : 'voice',
      assesses: seat.assess,
      decidingAuthority: seat.decidingAuthority || callsIn(data, table, seat.memberId),
    })),
  };
  const { seats } = await scene.run(acts.createTable, command, system, at, `table:${table.id}`);
  const sit = async (person: string, seat: string | undefined, as: 'holder' | 'deputy'): Promise<void> => {
    const filling = { table: table.id, seat, person: scene.person(person), as };
    const { member } = await scene.run(acts.fillSeat, filling, system, at, `seat:${table.id}:${person}:${as}`);
    scene.imported.members.set(`${table.id}:${person}`, member);
  };
  for (const [index, { member }] of sitters.entries()) await sit(member.id, seats[index], 'holder');
  for (const [holder, deputy] of Object.entries(table.deputies)) {
    await sit(deputy, seats[sitters.findIndex(({ member }) => member.id === holder)], 'deputy');
  }
  const roles = [
    ['facilitator', table.facilitatorId],
    ['secretary', table.secretaryId],
    ['guarantor', table.guarantorId],
  ] as const;
  for (const [role, person] of roles) {
    if (person === undefined) continue;
    const giving = { table: table.id, role, person: scene.person(person) };
    const { member } = await scene.run(acts.giveRole, giving, system, at, `role:${table.id}:${role}`);
    scene.imported.members.set(`${table.id}:${person}`, member);
  }
}
