import { unzipBundle } from '@tavolo/audit-log';
import { jest } from '@jest/globals';
import { proposalActBodies } from '@tavolo/contracts';
import { FactBus, routesOf, type FreshFact, type RouteFound } from '@tavolo/server-platform';
import { WholeApplication, type MadeTable, type Person } from './testing/whole-application.js';

jest.setTimeout(120_000);

/** Words that stand in the draft, or in what was done with it, and nowhere else. */
const secrets = {
  title: 'Zanzibar title of the draft',
  laterTitle: 'Yucatan title of the draft',
  text: 'Xanadu words of the draft',
  reason: 'Waikiki reason given on the draft',
};
const consultation = {
  version: 1,
  adoptedOn: '2026-01-10',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  mode: 'consultation',
  windowDaysMin: 20,
  urgentWindowDaysMin: 7,
  extension: { days: 10, times: 1, belowSeats: '1/2', ifSectorSilent: true },
  replyDays: 30,
  lapseDays: 60,
  deviationStatementMinChars: 200,
};

describe.each([
  ['a proposal', undefined],
  ['a consultation', consultation],
])('%s that is a draft at a public table', (_kind, rules) => {
  let whole: WholeApplication;
  let table: MadeTable;
  let author: Person;
  let colleague: Person;
  let draft: { readonly key: string; readonly id: string };
  let outsiders: readonly (Person | null)[];
  const facts: FreshFact[] = [];
  let logSize = 0;

  beforeAll(async () => {
    whole = await WholeApplication.start();
    table = await whole.table('T-OPEN', 'public', rules);
    const other = await whole.table('T-OTHER', 'public');
    author = await whole.person('Ursula Vantaggiato');
    colleague = await whole.person('Tiziana Sforza');
    const elsewhere = await whole.person('Rocco Quintavalle');
    outsiders = [null, elsewhere];
    whole.app.get(FactBus).subscribe((fact) => facts.push(fact));
    const member = await whole.sit(table, 0, author);
    await whole.sit(table, 1, colleague);
    await whole.sit(other, 0, elsewhere);
    draft = await whole.draft(table, author, member, secrets.title, secrets.text);
    await whole.act(author, draft.key, 'proposal.retitled', { title: secrets.laterTitle });
    // Everything that anybody could do with it, with words of her own, whether it is possible or not.
    for (const act of Object.keys(proposalActBodies)) {
      if (['proposal.submitted', 'consultation.opened'].includes(act)) continue;
      for (const person of [author, colleague]) await whole.act(person, draft.key, act, wordy);
    }
    logSize = await sealedSize();
  });

  afterAll(() => whole.close());

  /** The number of entries in the table's log, once all of them stand under a signed head. */
  async function sealedSize(): Promise<number> {
    for (;;) {
      const page = await whole.request('GET', '/api/v1/tables/T-OPEN/log', colleague);
      const { head, pending } = (await page.json()) as { head: { size: number } | null; pending: number };
      if (head && pending === 0) return head.size;
    }
  }

  const wordy = {
    ...{ title: secrets.laterTitle, reason: secrets.reason, text: secrets.reason, change: secrets.reason },
    ...{ statement: secrets.reason, condition: secrets.reason, interest: secrets.reason, clause: null },
    ...{ kind: 'friendly', stand: 'objection', position: 'contrary', sector: 'public', outcome: 'adopted' },
  };

  /** Every address at which somebody who knows the table and the key of the draft could look. */
  function addresses({ path }: RouteFound): string[] {
    const tile = path.includes('/tile/') && { level: 'entries', n: '000.p', second: String(logSize) };
    const values: Readonly<Record<string, string>> = { table: 'T-OPEN', n: '1', token: 'x'.repeat(43), ...tile };
    const filled = [draft.key, draft.id].map((proposal) =>
      path.replace(/\{(\w+)\}/g, (_, name: string) => ({ ...values, proposal })[name] ?? '0'),
    );
    if (!path.endsWith('/log')) return [...new Set(filled)];
    return [`${path}?`, `${path}?subject=${draft.key}&`, `${path}?act=proposal.drafted&`, `${path}?act=seat.recused&`]
      .map((address) => `${address.replace('{table}', 'T-OPEN')}limit=100`)
      .concat(`${path.replace('{table}', 'T-OPEN')}?act=doc.revision`);
  }

  /** All that can be read of an answer, also of what is packed in it. */
  async function everything(response: Response): Promise<string> {
    const bytes = new Uint8Array(await response.arrayBuffer());
    const texts = [new TextDecoder().decode(bytes)];
    if (response.headers.get('content-type') === 'application/zip') {
      for (const [name, content] of Object.entries(unzipBundle(bytes))) {
        texts.push(name, new TextDecoder().decode(content as Uint8Array));
      }
    }
    return texts.join('\n');
  }

  /** How the words stand in a disclosure (base64url), whatever stands before them. */
  const packedForms = (secret: string): string[] =>
    ['', '.', '..'].map((before) =>
      Buffer.from(before + secret)
        .toString('base64url')
        .slice(4, -4),
    );

  it('is readable for its table', async () => {
    const response = await whole.request('GET', `/api/v1/proposals/${draft.key}`, colleague);
    expect(await response.text()).toContain(secrets.laterTitle);
    expect(await (await whole.request('GET', `/api/v1/tables/T-OPEN`, colleague)).text()).toContain(secrets.laterTitle);
  });

  it('shows nobody else its words, its title, or the name of who writes it, wherever she looks', async () => {
    const reads = routesOf(whole.app).filter(({ method }) => method === 'GET');
    expect(reads.length).toBeGreaterThan(15);
    const entries = await whole.request('GET', `/api/v1/tables/T-OPEN/log/tile/entries/000.p/${logSize}`, null);
    expect(await entries.text()).toContain('proposal.drafted');
    const leaks: string[] = [];
    for (const address of reads.flatMap(addresses)) {
      for (const outsider of outsiders) {
        const text = await everything(await whole.request('GET', address, outsider));
        const told = [...Object.values(secrets), author.name, author.id].filter((secret) => text.includes(secret));
        const packed = Object.values(secrets).filter((secret) =>
          packedForms(secret).some((form) => text.includes(form)),
        );
        if (told.length + packed.length > 0)
          leaks.push(`${outsider?.name ?? 'visitor'} ${address}: ${[...told, ...packed].join(', ')}`);
      }
    }
    expect(leaks).toEqual([]);
  });

  it('is announced to members alone, in their own room', () => {
    const told = facts.filter(({ subject }) => subject.includes(draft.key));
    expect(told.map(({ act }) => act)).toEqual(expect.arrayContaining(['proposal.drafted', 'proposal.retitled']));
    expect(new Set(told.map(({ room }) => room))).toEqual(new Set(['members']));
  });

  it('is not counted for anybody else', async () => {
    for (const outsider of outsiders) {
      const tables = (await (await whole.request('GET', '/api/v1/tables', outsider)).json()) as {
        key: string;
        openProposals: number;
      }[];
      expect(tables.find(({ key }) => key === 'T-OPEN')?.openProposals).toBe(0);
    }
  });

  it('is for everybody else as if there were none of that key', async () => {
    const { id } = draft;
    for (const outsider of outsiders) {
      const answers = await Promise.all(
        [draft.key, 'P-999', id, '0190a0b0-0000-7000-8000-000000000001'].map(async (key) => {
          const asked = [
            ['GET', ''],
            ['GET', '/versions/1'],
            ['GET', '/history'],
            ['POST', '/acts/proposal.retitled'],
            ['POST', '/acts/consent.given'],
          ] as const;
          const found: unknown[] = [];
          for (const [method, rest] of asked) {
            const body = method === 'POST' ? wordy : undefined;
            const response = await whole.request(method, `/api/v1/proposals/${key}${rest}`, outsider, body);
            found.push({ ...((await response.json()) as object), instance: '' });
          }
          return found;
        }),
      );
      for (const answer of answers) expect(answer).toEqual(answers[1]);
    }
  });
});
