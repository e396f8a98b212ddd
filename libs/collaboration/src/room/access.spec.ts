import { documentId, House, textOf, type } from '../../test/house.js';
import { until } from '../../test/until.js';
import { UnreadableText } from './index.js';
import * as Y from 'yjs';

describe('rights', () => {
  let house: House;
  beforeEach(async () => {
    house = await new House().open();
  });
  afterEach(() => house.close());

  it('show nothing of a text to those who may not read it, nor whether it exists', async () => {
    house.rights.set('renato', 'none');
    const renato = house.provider(house.connect('renato'));
    await until(() => renato.snapshot.state === 'notAllowed', 'the refusal');
    expect(renato.snapshot).toMatchObject({ refusal: 'denied', canWrite: false, user: null });
    expect(renato.doc.getXmlFragment('text').length).toBe(0);
  });

  it('let a reader read along and refuse what she writes', async () => {
    house.rights.set('reader', 'read');
    const alberto = await house.visit('alberto');
    const reader = await house.visit('reader');
    expect(reader.snapshot).toMatchObject({ state: 'saved', canWrite: false });
    type(alberto.doc, 0, 'for all');
    await until(() => textOf(reader.doc) === 'for all', 'the text');
    type(reader.doc, 0, 'not ');
    await until(() => reader.snapshot.state === 'notAllowed', 'the refusal');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    expect(textOf(alberto.doc)).toBe('for all');
    expect(await house.stored()).toBe('for all');
  });

  it('that are lost take effect at once: the member leaves the document and nothing more of it reaches her', async () => {
    const alberto = await house.visit('alberto');
    const nadia = await house.visit('nadia');
    house.rights.set('nadia', 'none');
    await house.server.reconsider(documentId);
    type(alberto.doc, 0, 'without her');
    type(nadia.doc, 0, 'too late');
    await until(() => nadia.snapshot.state === 'notAllowed', 'the refusal');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    expect(await house.stored()).toBe('without her');
    expect(textOf(nadia.doc)).toBe('too late');
    expect(nadia.hasUnsaved()).toBe(true);
    await until(() => alberto.awareness.getStates().size === 1, 'her leaving');
  });

  it('that are being asked anew hold up what is written meanwhile', async () => {
    const nadia = await house.visit('nadia');
    house.rights.set('nadia', 'read');
    type(nadia.doc, 0, 'x');
    const asked = house.server.reconsider();
    await asked;
    await until(() => nadia.snapshot.state === 'notAllowed' || nadia.snapshot.state === 'saved', 'an answer');
    expect(nadia.snapshot.right).toBe('read');
    expect((await house.stored()) === '').toBe(nadia.hasUnsaved());
  });

  it('that are given later let her write without a reload', async () => {
    house.rights.set('nadia', 'read');
    const nadia = await house.visit('nadia');
    house.rights.set('nadia', 'write');
    await house.server.reconsider();
    await until(() => nadia.snapshot.canWrite, 'the right');
    type(nadia.doc, 0, 'now');
    await until(() => nadia.snapshot.state === 'saved', 'saved');
    expect(await house.stored()).toBe('now');
  });

  it('that cannot be decided are no rights, until they can', async () => {
    const nadia = await house.visit('nadia');
    house.accessFailure = new Error('no connection');
    await house.server.reconsider();
    type(nadia.doc, 0, 'patient');
    const { questions } = house;
    await until(() => house.questions > questions + 1, 'further attempts');
    expect(await house.stored()).toBe('');
    house.accessFailure = undefined;
    await until(() => nadia.snapshot.state === 'saved', 'saved');
    expect(await house.stored()).toBe('patient');
  });

  it('end with the session', async () => {
    const nadia = await house.visit('nadia');
    house.server.evict((session) => session === 'nadia');
    await until(() => nadia.snapshot.state === 'notAllowed', 'the refusal');
  });
});

describe('freezing a text', () => {
  let house: House;
  beforeEach(async () => {
    house = await new House().open();
  });
  afterEach(() => house.close());

  it('stops editing on all screens at once and gives the text that everybody has', async () => {
    const alberto = await house.visit('alberto');
    const nadia = await house.visit('nadia');
    type(alberto.doc, 0, 'final');
    await until(() => textOf(nadia.doc) === 'final', 'the text');
    const frozen = await house.server.freeze(documentId);
    await until(() => alberto.snapshot.state === 'frozen' && nadia.snapshot.state === 'frozen', 'frozen screens');
    expect(frozen.text.clauses[0]?.blocks).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'final' }] }]);
    expect(frozen.stateHashInput).toContain('"final"');
    const copy = new Y.Doc();
    Y.applyUpdate(copy, frozen.state);
    expect(textOf(copy)).toBe('final');
    expect(nadia.snapshot.canWrite).toBe(false);
  });

  it('refuses what is written afterwards, also by those who were away, until it is thawed', async () => {
    const connection = house.connect('nadia');
    const nadia = await house.visit('nadia', undefined, connection);
    connection.disconnect();
    type(nadia.doc, 0, 'late');
    await house.server.freeze(documentId);
    connection.connect();
    await until(() => nadia.snapshot.state === 'frozen', 'frozen');
    expect(nadia.hasUnsaved()).toBe(true);
    expect(await house.stored()).toBe('');
    house.server.thaw(documentId);
    await until(() => nadia.snapshot.state === 'saved', 'saved');
    expect(await house.stored()).toBe('late');
  });

  it('holds after the document was put away', async () => {
    await house.server.freeze(documentId);
    const nadia = await house.visit('nadia');
    expect(nadia.snapshot.state).toBe('frozen');
  });

  it('is refused for a document that is not a text, and people write on', async () => {
    const nadia = await house.visit('nadia');
    await house.server.edit(documentId, 'nadia', (doc) =>
      doc.getXmlFragment('text').insert(0, [new Y.XmlElement('table')]),
    );
    await expect(house.server.freeze(documentId)).rejects.toBeInstanceOf(UnreadableText);
    await until(() => nadia.snapshot.canWrite, 'the right to write');
  });
});
