import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import {
  collabNamespace,
  liveNamespace,
  proposalActBodies,
  tableActBodies,
  type LogPage,
  type TableView,
  type ProposalView,
} from '@tavolo/contracts';
import { benchRulebook } from '@tavolo/governance';
import { FactBus, routesOf, type FreshFact, type RouteFound } from '@tavolo/server-platform';
import { CreateTable } from '@tavolo/server-tables';
import { io } from 'socket.io-client';
import * as parser from 'socket.io-msgpack-parser';
import { WholeApplication, type MadeTable, type Person } from './testing/whole-application.js';

jest.setTimeout(240_000);

/** Words that stand in the rooms and nowhere else. */
const secrets = {
  coalition: 'Zanzibar coalition',
  title: 'Yucatan title of the joint draft',
  text: 'Xanadu words of the joint draft',
  reason: 'Waikiki reason given in the room',
};

describe('the private rooms of a coalition and of a bench', () => {
  let whole: WholeApplication;
  let table: MadeTable;
  let rosa: Person;
  let mario: Person;
  let ada: Person;
  let outsiders: readonly (Person | null)[];
  let before: Map<string, string>;
  let bench: TableView;
  /** Keys and ids of what is in the rooms, each beside one of the same form that was never given. */
  let hidden: readonly {
    readonly of: 'table' | 'proposal' | 'document';
    readonly real: string;
    readonly none: string;
  }[];
  const facts: FreshFact[] = [];

  beforeAll(async () => {
    // All of it comes from one address and within a minute.
    whole = await WholeApplication.start({ ADDRESS_LIMIT_FACTOR: '1000' });
    table = await whole.table('T-OPEN', 'public');
    rosa = await whole.person('Rosa Quintavalle');
    mario = await whole.person('Mario Sforza');
    const paolo = await whole.person('Paolo Vanni');
    ada = await whole.administrator('Ada');
    await whole.sit(table, 1, rosa);
    await whole.sit(table, 1, mario, 'deputy');
    const member = await whole.sit(table, 0, paolo);
    await whole.draft(table, paolo, member, 'A public draft', 'One clause.');
    await whole.request('POST', '/api/v1/clock', ada, { now: '2026-11-24T08:00:00.000Z' });
    outsiders = [null, paolo, ada, await whole.person('Elsa')];
    await sealed();
    before = await everythingOutside();
    whole.app.get(FactBus).subscribe((fact) => facts.push(fact));
    await fillRooms();
  });

  afterAll(() => whole.close());

  /** A coalition and a bench, each with a draft on which everything was tried that can be done. */
  async function fillRooms(): Promise<void> {
    const rules = { adoptedOn: '2026-01-10', zone: 'Europe/Rome', holidays: { country: 'IT', local: [] } } as const;
    const seat = { organisation: null, level: 'local', right: 'vote', assesses: false, decidingAuthority: false };
    const { seats } = await whole.perform(CreateTable, {
      key: 'T-SECRET',
      area: null,
      name: { en: secrets.coalition, it: secrets.coalition },
      visibility: 'public',
      kind: 'coalition',
      rulebook: benchRulebook({ key: 'RB-S', sector: 'third_sector', ...rules }),
      seats: [{ ...seat, sector: 'third_sector' }],
    });
    const coalition = { key: 'T-SECRET', seats };
    const own = await whole.sit(coalition, 0, rosa);
    await whole.guide(coalition, rosa);
    const opened = await whole.request('POST', '/api/v1/tables/T-OPEN/bench', rosa, {});
    bench = (await opened.json()) as TableView;
    const inBench = bench.me.member ?? '';
    const drafts = [
      await whole.draft(coalition, rosa, own, secrets.title, secrets.text),
      await whole.draft({ key: bench.key, seats: [] }, rosa, inBench, secrets.title, secrets.text),
    ];
    const wordy = { ...{ reason: secrets.reason, text: secrets.reason, change: secrets.reason }, clause: null };
    for (const { key } of drafts) {
      for (const act of Object.keys(proposalActBodies)) {
        await whole.act(rosa, key, act, { ...wordy, kind: 'friendly', stand: 'objection', title: secrets.title });
      }
    }
    const ids = await whole.database.dataSource.query<{ id: string }[]>(
      "select id from tables_table where kind <> 'table'",
    );
    hidden = [
      ...['T-SECRET', bench.key].map((real) => ({ of: 'table' as const, real, none: `x${real.slice(1, -1)}x` })),
      ...ids.map(({ id }) => ({ of: 'table' as const, real: id, none: randomUUID() })),
      ...drafts.map(({ key }) => ({ of: 'proposal' as const, real: key, none: `${key}9` })),
      ...drafts.map(({ id }) => ({ of: 'document' as const, real: id, none: randomUUID() })),
    ];
  }

  /** Waits until everything that was recorded stands under a signed head, so that two readings are the same. */
  async function sealed(): Promise<void> {
    for (const path of ['/api/v1/tables/T-OPEN/log', '/api/v1/log']) {
      for (;;) {
        const page = await whole.request('GET', path, ada);
        const { head, pending, entries } = (await page.json()) as LogPage;
        if (head && pending === 0 && entries.every(({ proof }) => proof === 'sealed')) break;
      }
    }
  }

  const addressOf = ({ path }: RouteFound, values: Readonly<Record<string, string>>): string =>
    path.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '0');

  /** What an answer says, apart from the moment, the number of the answer, and what was asked for. */
  async function said(response: Response, asked?: string): Promise<string> {
    const text = (await response.text())
      .replace(/"instance":"[^"]*"/gu, '')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'then')
      .replace(/\d+ (ms|entries)/gu, '$1');
    return `${response.status} ${asked === undefined ? text : text.replaceAll(asked, '#')}`;
  }

  /** Every page that outsiders can read without knowing of the rooms, by reader and address. */
  async function everythingOutside(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    const values = {
      table: 'T-OPEN',
      proposal: 'P-101',
      n: '1',
      token: 'x'.repeat(43),
      level: '0',
      second: '1',
      third: '1',
    };
    for (const route of routesOf(whole.app).filter(({ method }) => method === 'GET')) {
      // A copy of a log is recorded in it; sessions are new with each request.
      if (/bundle|account|\/session/u.test(route.path)) continue;
      for (const outsider of outsiders) {
        const address = addressOf(route, values);
        const text = await said(await whole.request('GET', address, outsider));
        found.set(`${outsider?.name ?? 'visitor'} ${address}`, text);
      }
    }
    return found;
  }

  it('is there for its members', async () => {
    for (const { of, real } of hidden) {
      if (of === 'document') continue;
      const path = of === 'table' ? `/api/v1/tables/${real}` : `/api/v1/proposals/${real}`;
      expect([real, (await whole.request('GET', path, rosa)).status]).toEqual([real, 200]);
    }
    const draft = await whole.request(
      'GET',
      `/api/v1/proposals/${hidden.find(({ of }) => of === 'proposal')?.real}`,
      rosa,
    );
    expect(((await draft.json()) as ProposalView).title).toEqual({ en: secrets.title });
    expect((await whole.request('GET', `/api/v1/tables/${bench.key}`, mario)).status).toBe(200);
    expect((await whole.request('GET', '/api/v1/tables/T-SECRET', mario)).status).toBe(404);
  });

  it('answers at every door as if it did not exist, whoever asks from outside, and whatever she tries', async () => {
    const different: string[] = [];
    let knocks = 0;
    const bodies = [{}, { seat: '1', as: 'holder', person: randomUUID() }, { title: 'A title', language: 'en' }];
    for (const route of routesOf(whole.app)) {
      for (const { of, real, none } of hidden) {
        const name = of === 'table' ? 'table' : 'proposal';
        if (!route.path.includes(`{${name}}`)) continue;
        const acts = name === 'table' ? Object.keys(tableActBodies) : Object.keys(proposalActBodies);
        const isActs = route.path.includes('{act}');
        for (const act of isActs ? acts : ['none']) {
          // Whether the place exists is asked before what an act says: one body for each act is enough.
          for (const body of route.method === 'GET' ? [undefined] : bodies.slice(isActs ? -1 : 0)) {
            const values = { act, n: '1', token: 'x', level: '0', second: '1', third: '1', entry: randomUUID() };
            const knock = async (outsider: Person | null): Promise<void> => {
              const ask = async (asked: string) =>
                said(
                  await whole.request(route.method, addressOf(route, { ...values, [name]: asked }), outsider, body),
                  asked,
                );
              knocks += 1;
              const [answer, expected] = await Promise.all([ask(real), ask(none)]);
              if (answer !== expected)
                different.push(`${outsider?.name} ${route.path} ${act}: ${answer} / ${expected}`);
            };
            await Promise.all(outsiders.map(knock));
          }
        }
      }
    }
    expect(knocks).toBeGreaterThan(500);
    expect(different).toEqual([]);
  });

  it('changes nothing of what can be read, counted or listed outside, nor in the published keys of logs', async () => {
    await sealed();
    const now = await everythingOutside();
    expect(before.size).toBeGreaterThan(60);
    const changed = [...now].filter(([address, text]) => before.get(address) !== text);
    expect(changed).toEqual([]);
    const told = [...now].filter(([, text]) =>
      [...Object.values(secrets), ...hidden.map(({ real }) => real)].some((secret) => text.includes(secret)),
    );
    expect(told).toEqual([]);
  });

  it('uses up no keys of tables, by whose gaps its drafts could be counted', async () => {
    const path = '/api/v1/tables/T-OPEN/proposals';
    const drafted = await whole.request('POST', path, rosa, { title: 'A next draft', language: 'en' });
    expect(((await drafted.json()) as ProposalView).key).toBe('P-102');
  });

  it('cannot be followed by sockets, and announces nothing to anybody else', async () => {
    const told = facts.filter(({ table: of, subject }) => of === 'T-OPEN' && !subject.includes('P-102'));
    expect(told).toEqual([]);
    for (const outsider of outsiders) {
      const cookie = outsider && (await whole.session(outsider)).cookie;
      const options = { transports: ['websocket'], parser, forceNew: true };
      const extraHeaders = { origin: whole.url, ...(cookie && { cookie }) };
      const live = io(`${whole.url}${liveNamespace}`, { ...options, extraHeaders });
      const collab = io(`${whole.url}${collabNamespace}`, { ...options, extraHeaders });
      const ask = (socket: typeof live, event: string, request: object) =>
        socket.timeout(5_000).emitWithAck(event, request) as Promise<unknown>;
      const plain = (answer: unknown, asked: string) => JSON.stringify(answer).replaceAll(asked, '#');
      for (const { of, real, none } of hidden) {
        if (of === 'table') {
          for (const room of [undefined, 'members', 'bench:third_sector', 'bench:public']) {
            const [answer, expected] = [
              await ask(live, 'watch', { table: real, ...(room && { room }) }),
              await ask(live, 'watch', { table: none, ...(room && { room }) }),
            ];
            expect(answer).toMatchObject({ ok: false });
            expect(plain(answer, real)).toBe(plain(expected, none));
          }
        } else {
          const request = { step1: Buffer.from([0, 0, 1, 0]), clientId: null, olderClientIds: [] };
          const [answer, expected] = [
            await ask(collab, 'join', { documentId: real, ...request }),
            await ask(collab, 'join', { documentId: none, ...request }),
          ];
          expect(answer).toMatchObject({ ok: false });
          expect(plain(answer, real)).toBe(plain(expected, none));
        }
      }
      live.close();
      collab.close();
    }
  });
});
