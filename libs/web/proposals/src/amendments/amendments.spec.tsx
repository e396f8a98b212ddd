import { type AmendmentView } from '@tavolo/contracts';
import { fireEvent, screen, within } from '@testing-library/react';
import { balloted, negotiated, now, planning, proposalView, type Step } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { Amendments } from './amendments.js';

beforeAll(() => {
  // jsdom knows the element, but not how it is shown.
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function hide() {
    this.open = false;
  };
});

const asked = (differing: Partial<AmendmentView> = {}): AmendmentView => ({
  ...{ key: 'AM-6', version: 1, clause: 'c2', by: 'm3', kind: 'friendly', outcome: 'open', reason: null, at: now },
  text: { en: 'A telephone line every evening.' },
  ...differing,
});

const clauses = ['Two nurseries open early.', 'Support is available at night.'].map((words, index) => {
  return { id: `c${index + 1}`, number: index + 1, text: { en: words }, blocks: [] };
});
const version = { n: 1, frozenAt: now, by: ['m2'], textHash: 't', stateHash: 's', clauses };

function show(steps: readonly Step[], member: string, amendments = [asked()]) {
  const view = proposalView(planning(...steps), member);
  shown({ ...view, versions: [version], amendments }, <Amendments />);
}

describe('amendments', () => {
  it('say which clause they are about, by its number and first words', () => {
    show(negotiated, 'm4', [asked(), asked({ key: 'AM-7', clause: null }), asked({ key: 'AM-8', clause: 'c9' })]);
    const about = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(about[0]).toContain('Clause 2: “Support is available at night.”');
    expect(about[1]).toContain('About the whole text, or a new clause');
    expect(about[2]).toContain('About a clause that is no longer in the text');
  });

  it('are accepted after it was said that somebody must write them into the text, and where', () => {
    show(negotiated, 'm2');
    fireEvent.click(screen.getByRole('button', { name: 'Accept' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/Somebody must then write it into clause 2/u)).toBeTruthy();
  });

  it('once accepted, say that they are still to be written', () => {
    show(negotiated, 'm2', [asked({ outcome: 'accepted' })]);
    expect(screen.getByText(/to be written into the text/u)).toBeTruthy();
  });

  it('once accepted, say after the freezing in which version it is to be read whether they were written', () => {
    show(balloted, 'm4', [asked({ outcome: 'accepted', version: 0 })]);
    expect(screen.getByText(/Accepted; whether it was written into version 1, read there\./u)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Read version 1' }).getAttribute('href')).toBe('/proposals/P-1/versions/1');
    expect(screen.queryByText(/to be written into the text/u)).toBeNull();
  });

  it('that were asked for before the last freezing and accepted, may still have to be written', () => {
    show([...balloted.slice(0, -1), ['negotiation.reopened', 'm8']], 'm2', [
      asked({ outcome: 'accepted', version: 0 }),
    ]);
    expect(screen.getByText(/If it does not stand in version 1, it is still to be written/u)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Read version 1' })).toBeTruthy();
  });

  it('are shown as carried to the next version once the text is frozen, where they can be answered but not taken over', () => {
    show(balloted, 'm2');
    expect(screen.getByText('Carried to the next version')).toBeTruthy();
    expect(screen.queryByText('Open')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Reject with a reason' })).toBeTruthy();
  });
});
