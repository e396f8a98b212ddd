import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { negotiated, planning, proposalView } from '../testing/proposal-builder.js';
import { answeringServer, letDialogsOpen } from '../testing/server.js';
import { shown } from '../testing/shown.js';
import { Retitle } from './retitle.js';

beforeAll(letDialogsOpen);

const open = () => fireEvent.click(screen.getByRole('button', { name: 'Change the title' }));
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save the title' }));

describe('another title', () => {
  it('is for the sponsors of a draft alone', () => {
    shown(proposalView(planning(), 'm1'), <Retitle />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is not given any more once the table has the proposal', () => {
    shown(proposalView(planning(negotiated[0]!), 'm2'), <Retitle />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('begins from the present one, is refused at its field while too short, and is sent', async () => {
    const view = proposalView(planning(), 'm2');
    const { asked } = answeringServer(view);
    shown(view, <Retitle />);
    open();
    const title = screen.getByLabelText<HTMLInputElement>('Title');
    expect(title.value).toBe('A proposal');
    fireEvent.change(title, { target: { value: ' a ' } });
    save();
    expect(title.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(title);
    expect(asked()).toEqual([]);
    fireEvent.change(title, { target: { value: ' Another title ' } });
    save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked()).toEqual([{ act: 'proposal.retitled', body: { title: 'Another title' } }]);
  });
});
