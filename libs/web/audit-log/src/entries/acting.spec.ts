import { actNames } from '@tavolo/contracts';
import { actMessages } from '@tavolo/web-ui';
import { entry } from '../testing/entry-builder.js';
import { actingIn, wholeSentences } from './acting.js';

/** How a sentence begins that has a subject of its own. */
const ownSubject = /^(The|A|Everybody|Mediation|Notice) (?!bench to)/u;

describe('of whom an entry tells', () => {
  it.each(actNames)('%s follows its subject unless its words are a whole sentence', (act) => {
    expect(ownSubject.test(actMessages.messages.en[act])).toBe(wholeSentences.has(act));
  });

  it('is the writers of a text that was recorded by itself', () => {
    const data = { contributors: ['m_1', 'm_2'] };
    expect(actingIn(entry({ act: 'doc.revision', actor: null, data }))).toEqual({
      subject: { members: ['m_1', 'm_2'] },
      behind: null,
    });
  });

  it('is the installation where nobody acted and nothing followed', () => {
    expect(actingIn(entry({ act: 'table.created', actor: null, data: {} })).subject).toBe('installation');
  });

  it('has those who run the installation behind a restore, and the rules behind a result', () => {
    expect(actingIn(entry({ act: 'restore.performed', actor: null })).behind).toBe('operator');
    expect(actingIn(entry({ act: 'vote.result', actor: null })).behind).toBe('rules');
  });
});
