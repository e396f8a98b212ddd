import { ActRunner, DomainRefusal } from '@tavolo/server-platform';
import { ProposalAct, SharedTexts, type ProposalState } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { z } from 'zod';
import { AtTable, planningTable } from '../testing/planning-table.js';
import { Pen } from '../testing/pen.js';
import { TestApplication } from '../testing/test-application.js';
import { ProposalActs } from './proposal-acts.js';

/** Stops the text, and is refused by something that comes after. */
class StopsInVain extends ProposalAct<object> {
  readonly name = 'proposal.frozen';
  readonly body = z.object({});

  constructor(
    policy: TablePolicy,
    private readonly texts: SharedTexts,
  ) {
    super(policy);
  }

  protected async perform(_body: object, { proposal }: { readonly proposal: ProposalState }): Promise<ProposalState> {
    await this.texts.stop(proposal.id);
    throw new DomainRefusal({ code: 'wrong_stage' }, { status: 409 });
  }
}

describe('performing acts on proposals', () => {
  let application: TestApplication;
  let at: AtTable;

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-24T08:00:00.000Z');
    at = new AtTable(application, await application.table(planningTable('T-ACTS')));
  });

  afterAll(() => application.close());

  const get = <Part>(type: abstract new (...args: never[]) => Part): Part =>
    application.app.get(type as never, { strict: false });

  it('opens a text again that was stopped for an act that failed', async () => {
    const key = await at.negotiating('A clause.');
    const { id } = (await at.view('Fabio', key)).body.document;
    const pen = await Pen.open(application, at.person('Teresa'), id);
    const texts = get(SharedTexts);
    const acts = new ProposalActs([new StopsInVain(get(TablePolicy), texts)], get(ActRunner), texts);
    const who = { kind: 'person', person: at.person('Fabio'), session: 'test' } as const;
    await expect(acts.perform('proposal.frozen', key, {}, who)).rejects.toThrow(DomainRefusal);
    await pen.until(() => pen.events.join() === 'frozen,thawed');
    expect(await pen.type(' Still open.')).toEqual({ ok: true });
    pen.close();
  });

  it('lets imports give keys and moments, and goes on counting from the keys that were given', async () => {
    const amended = await at.negotiating('A third.');
    const body = {
      clause: null,
      kind: 'friendly',
      text: 'Si aggiunga un orario',
      key: 'AM-40',
      translations: { it: 'Si aggiunga' },
    };
    const who = { kind: 'person', person: at.person('Paola'), session: 'import' } as const;
    const moment = (await at.view('Paola', amended)).body.now;
    await application.acts.perform('amendment.proposed', amended, body, who, { at: moment });
    const next = await at.do('Paola', amended, 'amendment.proposed', { clause: null, kind: 'friendly', text: 'x' });
    expect(next.amendments.map(({ key: one, at: when }) => [one, when === moment])).toEqual([
      ['AM-40', true],
      ['AM-41', false],
    ]);
    expect(next.amendments[0]?.text).toEqual({ en: 'Si aggiunga un orario', it: 'Si aggiunga' });
  });
});
