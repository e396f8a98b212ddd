import { type StoredDocument } from '@tavolo/collaboration/room';
import { readText } from '@tavolo/collaboration/text';
import { type HistoryEntry } from '@tavolo/contracts';
import { DocumentLog, RevisionRecorder } from '@tavolo/server-proposals';
import * as Y from 'yjs';
import { AtTable, planningTable } from '../testing/planning-table.js';
import { TestApplication } from '../testing/test-application.js';

describe('who wrote what in a shared text', () => {
  let application: TestApplication;
  let at: AtTable;
  let key: string;
  let doc: string;

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-24T08:00:00.000Z');
    at = new AtTable(application, await application.table(planningTable('T-TEXT')));
    key = await at.negotiating('Support is available at night.');
    doc = (await at.view('Teresa', key)).body.document.id;
    await at.write('Carla', key, 'Support is available every day at night.', 'A telephone line is open.');
  });

  afterAll(() => application.close());

  const part = <Part>(type: abstract new (...args: never[]) => Part): Part =>
    application.app.get(type as never, { strict: false });

  it('is shown stretch by stretch to the members of the table', async () => {
    const { body } = await application.request<HistoryEntry[]>(at.person('Paola'), 'GET', `/proposals/${key}/history`);
    expect(body.map(({ by, changes }) => [by, changes])).toEqual([
      [at.member('Teresa'), [{ clause: 'c1', number: 1, added: 'Support is available at night.', removed: '' }]],
      [
        at.member('Carla'),
        [
          { clause: 'c1', number: 1, added: 'every day', removed: '' },
          { clause: 'c2', number: 2, added: 'A telephone line is open.', removed: '' },
        ],
      ],
    ]);
  });

  it('is vouched for in the log by who wrote and a hash, without the words', async () => {
    await part(RevisionRecorder).record(doc);
    const entries = await application.log(at.table, { act: 'doc.revision' });
    const vouched = { stream: `doc:${key}`, actor: null };
    expect(entries).toMatchObject([
      { ...vouched, data: { proposal: key, revision: 1, updates: 2, contributors: [at.member('Teresa')] } },
      { ...vouched, data: { proposal: key, revision: 2, updates: 1, contributors: [at.member('Carla')] } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('telephone');
  });

  it('outlives compaction: the text reads the same, and every change is still there with its author', async () => {
    const log = part(DocumentLog);
    const before = await textOf(log);
    await log.compact(doc, merge);
    expect(await log.load(doc)).toMatchObject({ updates: [] });
    expect(await textOf(log)).toBe(before);
    expect((await log.all(doc)).map(({ member }) => member)).toEqual([
      at.member('Teresa'),
      at.member('Teresa'),
      at.member('Carla'),
    ]);
    await at.write('Paola', key, 'Shorter.');
    expect((await log.load(doc)).updates).toHaveLength(1);
    await log.compact(doc, merge);
    expect(await textOf(log)).toContain('Shorter.');
  });

  it('gives a client id to one member and never to another', async () => {
    const log = part(DocumentLog);
    const claims = await Promise.all(['Paola', 'Carla'].map((name) => log.registerClient(doc, 4711, at.member(name))));
    expect(claims.filter((hers) => hers)).toHaveLength(1);
  });

  async function textOf(log: DocumentLog): Promise<string> {
    const document = new Y.Doc();
    for (const update of await log.parts(doc)) Y.applyUpdate(document, update);
    const reading = readText(document);
    return JSON.stringify(reading);
  }
});

function merge({ snapshot, updates }: StoredDocument): Uint8Array {
  const document = new Y.Doc({ gc: false });
  for (const update of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(document, update);
  return Y.encodeStateAsUpdate(document);
}
