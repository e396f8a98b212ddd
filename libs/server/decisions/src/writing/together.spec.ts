import { ActRunner, system } from '@tavolo/server-platform';
import { DocumentLog } from '@tavolo/server-proposals';
import { VacateSeat } from '@tavolo/server-tables';
import { AtTable, planningTable } from '../testing/planning-table.js';
import { Pen } from '../testing/pen.js';
import { TestApplication } from '../testing/test-application.js';
import { clauses, hashOf } from '../testing/writing.js';

describe('writing together (scenario O5)', () => {
  let application: TestApplication;
  let at: AtTable;
  const pens: Pen[] = [];

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-24T08:00:00.000Z');
    at = new AtTable(application, await application.table(planningTable('T-PEN', { visibility: 'members' })));
  });

  afterEach(() => {
    for (const pen of pens.splice(0)) pen.close();
  });
  afterAll(() => application.close());

  const idOf = async (key: string): Promise<string> => (await at.view('Fabio', key)).body.document.id;
  const open = async (name: string, key: string): Promise<Pen> => {
    const pen = await Pen.open(application, at.person(name), await idOf(key));
    pens.push(pen);
    return pen;
  };

  it('shows each the words of the other, stored under their members before they count as saved', async () => {
    const key = await at.draft('Teresa');
    await at.write('Teresa', key, 'Support at night');
    const [alberto, nadia] = [await open('Teresa', key), await open('Carla', key)];
    expect(await alberto.type(', every day')).toEqual({ ok: true });
    await nadia.until(() => nadia.text === 'Support at night, every day');
    expect(await nadia.type('.')).toEqual({ ok: true });
    const kept = await application.app.get(DocumentLog).all(await idOf(key));
    expect(kept.slice(-2).map(({ member }) => member)).toEqual([at.member('Teresa'), at.member('Carla')]);
  });

  it('lets read those who may only read, and nobody else come near', async () => {
    const key = await at.negotiating('Ours.');
    const doc = await idOf(key);
    const vera = await open('Vera', key);
    expect([vera.right, vera.text]).toEqual(['read', 'Ours.']);
    expect(await vera.type('mine')).toMatchObject({ ok: false, error: { code: 'denied' } });
    const other = new AtTable(application, await application.table(planningTable('T-ELSE')));
    for (const person of [null, other.person('Paola')]) {
      await expect(Pen.open(application, person, doc)).rejects.toThrow('denied');
    }
    await expect(Pen.open(application, at.person('Paola'), 'no-such-document')).rejects.toThrow('denied');
    await expect(Pen.open(application, at.person('Paola'), '019b0000-0000-7000-8000-000000000000')).rejects.toThrow(
      'denied',
    );
  });

  it('stops on all screens at once when the facilitator freezes the text, and goes on when negotiation is reopened', async () => {
    const key = await at.negotiating('Frozen soon.');
    const [teresa, carla] = [await open('Teresa', key), await open('Carla', key)];
    await at.do('Fabio', key, 'proposal.frozen');
    await Promise.all([teresa, carla].map((pen) => pen.until(() => pen.frozen)));
    expect((await teresa.type('!')).ok).toBe(false);
    expect((await at.view('Teresa', key)).body).toMatchObject({
      version: 1,
      document: { frozen: true, right: 'read' },
    });
    await at.do('Fabio', key, 'negotiation.reopened');
    await carla.until(() => !carla.frozen && carla.right === 'write');
    expect(await carla.type(' Not yet.')).toEqual({ ok: true });
  });

  it('vouches in the log for what was written before it says that the text is frozen', async () => {
    const key = await at.negotiating('Frozen soon.');
    const carla = await open('Carla', key);
    expect(await carla.type(' Last words.')).toEqual({ ok: true });
    await at.do('Fabio', key, 'proposal.frozen');
    const entries = (await application.log(at.table)).filter(({ data }) => data.proposal === key);
    expect(entries.slice(-2)).toMatchObject([
      { act: 'doc.revision', data: { contributors: expect.arrayContaining([at.member('Carla')]) as string[] } },
      { act: 'proposal.frozen' },
    ]);
  });

  it('freezes exactly what was accepted, whoever types while the last confirmation comes', async () => {
    const key = await at.negotiating('Race');
    const carla = await open('Carla', key);
    const textHash = hashOf(clauses('Race'));
    for (const name of ['Fabio', 'Paola', 'Teresa']) await at.do(name, key, 'settlement.confirmed', { textHash });
    const typing = Array.from({ length: 20 }, (_, index) => carla.type(` ${index}`));
    const confirmed = await at.try('Carla', key, 'settlement.confirmed', { textHash });
    const answers = await Promise.all(typing);
    const { body } = await at.view('Fabio', key);
    if (confirmed.status === 200) {
      expect(answers.every(({ ok }) => !ok)).toBe(true);
      expect(body.versions[0]?.clauses[0]?.text.en).toBe('Race');
    } else {
      expect(confirmed).toMatchObject({ status: 409, body: { code: 'text_changed' } });
      expect(body).toMatchObject({ stage: 'negotiating', version: 0, document: { frozen: false } });
      await carla.until(() => !carla.frozen);
    }
  });

  it('asks to look again who confirms a text that reads differently by now', async () => {
    const key = await at.negotiating('First words.');
    const carla = await open('Carla', key);
    const textHash = hashOf(clauses('First words.'));
    for (const name of ['Fabio', 'Paola', 'Teresa']) await at.do(name, key, 'settlement.confirmed', { textHash });
    await carla.type(' And more.');
    expect(await at.try('Carla', key, 'settlement.confirmed', { textHash })).toMatchObject({
      status: 409,
      body: { code: 'text_changed' },
    });
    const newer = hashOf(clauses('First words. And more.'));
    expect(await at.do('Carla', key, 'settlement.confirmed', { textHash: newer })).toMatchObject({
      stage: 'negotiating',
    });
    for (const name of ['Fabio', 'Paola']) await at.do(name, key, 'settlement.confirmed', { textHash: newer });
    expect(await at.do('Teresa', key, 'settlement.confirmed', { textHash: newer })).toMatchObject({
      stage: 'settled',
      version: 1,
    });
  });

  it('takes the pen from a seat that recuses itself, and from a session that ends', async () => {
    const key = await at.negotiating('A clause.');
    const [paola, carla] = [await open('Paola', key), await open('Carla', key)];
    await at.do('Paola', key, 'seat.recused', { reason: 'My cousin runs the service.' });
    await paola.until(() => paola.right === 'read');
    expect(await paola.type('x')).toMatchObject({ ok: false, error: { code: 'denied' } });
    expect(await carla.type('y')).toEqual({ ok: true });
    await application.endSession(at.person('Carla'));
    await carla.until(() => carla.events.includes('disconnect'));
  });

  it('takes the pen from a deputy who declares an interest, and leaves it to the holder, until he declares one too', async () => {
    const key = await at.negotiating('A clause.');
    const [dora, ciro] = [await open('Dora', key), await open('Ciro', key)];
    expect([dora.right, ciro.right]).toEqual(['write', 'write']);
    await at.do('Dora', key, 'seat.recused', { reason: 'My cousin runs the service.' });
    await dora.until(() => dora.right === 'read');
    expect(await dora.type('x')).toMatchObject({ ok: false, error: { code: 'denied' } });
    expect(await ciro.type('y')).toEqual({ ok: true });
    await at.do('Ciro', key, 'seat.recused', { reason: 'So does mine.' });
    await ciro.until(() => ciro.right === 'read');
  });

  it('takes the pen at once from somebody who loses her seat', async () => {
    const key = await at.negotiating('A clause.');
    const piero = await open('Piero', key);
    expect(piero.right).toBe('write');
    const vacated = { table: at.table.key, seat: at.seat('Piero'), as: 'holder' };
    const { app } = application;
    await app.get(ActRunner).run(app.get(VacateSeat), vacated, system);
    await piero.until(() => piero.right === 'read');
    expect(await piero.type('x')).toMatchObject({ ok: false, error: { code: 'denied' } });
    expect((await at.try('Piero', key, 'settlement.confirmed', { textHash: 'x' })).status).not.toBe(200);
  });

  it('lets people write on when an act that froze the text is refused after all', async () => {
    const key = await at.negotiating('A clause.');
    const teresa = await open('Teresa', key);
    const refused = await at.try('Paola', key, 'settlement.confirmed', { textHash: hashOf(clauses('Another.')) });
    expect(refused.status).toBe(409);
    expect(await teresa.type(' Still open.')).toEqual({ ok: true });
  });
});
