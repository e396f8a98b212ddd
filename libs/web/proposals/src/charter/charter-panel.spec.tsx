import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { type VersionView } from '@tavolo/contracts';
import { type AutoRegulationProcedure } from '@tavolo/governance';
import { charter, inForce, now, proposalView, signed, signing, type Step } from '../testing/proposal-builder.js';
import { answeringServer, letDialogsOpen } from '../testing/server.js';
import { shown } from '../testing/shown.js';
import { type LiveTextState } from '../writing/live-text.js';
import { CharterPanel } from './charter-panel.js';

beforeAll(letDialogsOpen);

const version: VersionView = {
  n: 1,
  frozenAt: now,
  by: ['m2'],
  textHash: 'text-1',
  stateHash: 'state-1',
  clauses: ['c1', 'c2'].map((id, index) => ({
    id,
    number: index + 1,
    text: { en: `What clause ${index + 1} says` },
    blocks: [],
  })),
};
const show = (procedure: AutoRegulationProcedure, member: string | null, liveText?: LiveTextState) => {
  const view = { ...proposalView(procedure, member), versions: procedure.versions.length > 0 ? [version] : [] };
  return shown(view, <CharterPanel procedure={procedure} />, liveText);
};
const button = (name: string) => screen.queryByRole<HTMLButtonElement>('button', { name });
const inDialog = (name: string) => within(screen.getByRole('dialog')).getByRole('button', { name });
const group: readonly Step[] = [
  ['charter.invited', 'm2'],
  ['drafting.joined', 'm2'],
  ['drafting.joined', 'm1'],
  ['drafting.consented', 'm2', { textHash: 'text-1' }],
];

describe('drafting a charter', () => {
  it('lets each join for those for whom she speaks', () => {
    show(charter(['charter.invited', 'm2']), 'm1');
    expect(button('Join the drafting for The town')).toBeTruthy();
  });

  it('shows whose consent is to these words, and asks again whoever agreed to earlier ones', () => {
    const { unmount } = show(charter(...group), 'm2', { textHash: 'text-1', saved: true, empty: false });
    expect(screen.getByText('agrees to the text as it reads')).toBeTruthy();
    expect(button('Agree to this text for Third sector, seat 2')).toBeNull();
    unmount();
    show(charter(...group), 'm2', { textHash: 'text-2', saved: true, empty: false });
    expect(screen.getByText('agreed to an earlier text; the words have changed since')).toBeTruthy();
    expect(button('Agree to this text for Third sector, seat 2')?.disabled).toBe(false);
  });

  it('takes no consent to words that are not stored yet', () => {
    show(charter(...group), 'm1', { textHash: 'text-1', saved: false, empty: false });
    expect(button('Agree to this text for The town')?.disabled).toBe(true);
    expect(screen.getByText('Wait until your words are saved.')).toBeTruthy();
  });

  it('is frozen only when the whole group has agreed to the same words', () => {
    const { unmount } = show(charter(...group), 'm8');
    expect(button('Freeze the text')).toBeNull();
    unmount();
    show(charter(...group, ['drafting.consented', 'm1', { textHash: 'text-1' }]), 'm8');
    expect(button('Freeze the text')).toBeTruthy();
  });
});

describe('signing a charter', () => {
  it('signs for the organisation of one’s own seat and nobody else, after saying what it means', async () => {
    const server = answeringServer();
    show(charter(...signing), 'm1');
    fireEvent.click(button('Sign for The town')!);
    expect(screen.getByText(/You sign version 1 for The town/u)).toBeTruthy();
    expect(server.asked()).toEqual([]);
    fireEvent.click(inDialog('Sign for The town'));
    await waitFor(() =>
      expect(server.asked()).toEqual([{ act: 'charter.signed', body: { subject: 'o1', reservations: [] } }]),
    );
  });

  it('marks a reservation without words, and sends those that were written with their clause', async () => {
    const server = answeringServer();
    show(charter(...signing), 'm1');
    fireEvent.click(screen.getByText('Sign with a reservation'));
    fireEvent.click(await screen.findByRole('button', { name: 'Add a reservation' }));
    fireEvent.click(button('Sign for The town')!);
    const words = screen.getByLabelText('Your reservation, in your words');
    expect(words.getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.change(screen.getByLabelText('To which clause'), { target: { value: 'c2' } });
    fireEvent.change(words, { target: { value: 'Within ten days.' } });
    fireEvent.click(button('Sign for The town')!);
    fireEvent.click(inDialog('Sign for The town'));
    await waitFor(() =>
      expect(server.asked()[0]?.body).toEqual({
        subject: 'o1',
        reservations: [{ clause: 'c2', text: 'Within ten days.' }],
      }),
    );
  });

  it('offers nothing to sign to those who speak for nobody, nor twice to the same', () => {
    const { unmount } = show(charter(...signing), 'm4');
    expect(screen.queryByRole('button', { name: /^Sign for/u })).toBeNull();
    unmount();
    show(charter(...signing, signed('m1', 'o1')), 'm1');
    expect(screen.queryByRole('button', { name: /^Sign for/u })).toBeNull();
  });

  it('can still be joined when it is in force, and says that it binds at once', () => {
    show(charter(...inForce), 'm3');
    expect(screen.getByText(/The charter is in force already/u)).toBeTruthy();
    fireEvent.click(button('Sign for Citizens, seat 3')!);
    expect(screen.getByText(/It binds you from this moment/u)).toBeTruthy();
  });
});

describe('a new version of a charter', () => {
  const text = { version: 2, textHash: 'text-2', stateHash: 'state-2', clauses: ['c1'], at: now };
  const amended: readonly Step[] = [...inForce, ['proposal.frozen', 'm1', { text }]];

  it('names who accepts it and who is awaited, and asks each signatory for itself', () => {
    show(charter(...amended, ['charter.amendment_accepted', 'm1', { subject: 'o1' }]), 'm2');
    expect(screen.getByText('1 of 2 signatories accept it')).toBeTruthy();
    expect(button('Accept for Third sector, seat 2')).toBeTruthy();
    expect(button('Leave the charter')).toBeTruthy();
  });

  it('asks nothing of those whom the charter does not bind', () => {
    show(charter(...amended), 'm3');
    expect(screen.queryByRole('button', { name: /^Accept for/u })).toBeNull();
    expect(button('Leave the charter')).toBeNull();
  });
});
