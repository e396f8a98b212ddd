import { fireEvent, screen, waitFor } from '@testing-library/react';
import { PeopleSearch } from './people-search.js';
import { answering, refused } from './testing/answers.js';
import { shown } from './testing/shown.js';

const table = { key: 'T-FAM', name: { en: 'Families', it: 'Famiglie' } };
const ottavia = { id: 'p1', name: 'Ottavia Rossi', email: 'ottavia@b.example', tables: [table] };
const ada = { id: 'ada', name: 'Ada Rossi', email: 'ada@b.example', tables: [] };
const found = 'GET /people?search=rossi';
const act = 'POST /people/p1/acts/subject.erased';
const name = 'Erase the name of Ottavia Rossi';
const repeat = 'To confirm, write the name: Ottavia Rossi';

function type(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}
function press(button: string): void {
  fireEvent.click(screen.getByRole('button', { name: button }));
}
const told = (label: string): string => {
  const ids = screen.getByLabelText(label).getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
};

async function opened(answers: Readonly<Record<string, unknown>> = {}) {
  const { sent } = answering({ [found]: [ada, ottavia], ...answers });
  shown(<PeopleSearch reader="ada" />);
  type('Part of the name or of the e-mail address', 'rossi');
  press('Search');
  await screen.findByText('2 people found');
  press(name);
  return sent;
}

function filledIn(): void {
  fireEvent.change(screen.getByLabelText('Why may the name be erased?'), { target: { value: 'own_request' } });
  type('Reason', 'Asked for by letter');
  type(repeat, ' ottavia  rossi');
}

describe('looking for a person', () => {
  it('asks for two letters, shows tables and addresses, and offers nobody to erase herself', async () => {
    answering({ [found]: [ada, ottavia] });
    shown(<PeopleSearch reader="ada" />);
    type('Part of the name or of the e-mail address', 'r');
    press('Search');
    expect(told('Part of the name or of the e-mail address')).toBe('Please write at least two letters.');
    type('Part of the name or of the e-mail address', 'rossi');
    press('Search');
    await screen.findByText('2 people found');
    expect(screen.getByRole('row', { name: /Ottavia/ }).textContent).toContain('Families');
    expect(screen.getByRole('row', { name: /Ada/ }).textContent).toContain('This is you.');
    expect(screen.getAllByRole('button', { name: /^Erase/ })).toHaveLength(1);
  });
});

describe('erasing a name', () => {
  it('says first what it does and what it does not do', async () => {
    await opened();
    const heading = screen.getByRole('heading', { name });
    expect(document.activeElement).toBe(heading);
    const said = heading.parentElement?.textContent ?? '';
    expect(said).toContain('the label of the seat stands in place of the name');
    expect(said).toContain('What the person did stays in the log');
    expect(said).toContain('This cannot be undone.');
  });

  it('needs a basis, a reason and the name written once more', async () => {
    const sent = await opened();
    type(repeat, 'Ottavia');
    press('Erase this person’s name');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Why may the name be erased?')));
    expect(told('Reason')).toContain('Please write a reason');
    expect(told(repeat)).toContain('Please write the name as it stands here.');
    expect(sent).toEqual([]);
  });

  it('sends it, says that it is done, and shows the name no more', async () => {
    const sent = await opened({ [act]: { done: true } });
    filledIn();
    press('Erase this person’s name');
    expect((await screen.findByText('The name is erased')).closest('[role="status"]')).toBeTruthy();
    expect(sent).toEqual([[act, { basis: 'own_request', reason: 'Asked for by letter' }]]);
    expect(document.body.textContent).not.toContain('Ottavia');
  });

  it('names the tables where the person still has a seat, and keeps what was written', async () => {
    await opened({ [act]: refused(409, 'person.still_at_table', { params: { tables: ['T-FAM', 'T-OLD'] } }) });
    filledIn();
    press('Erase this person’s name');
    expect((await screen.findByRole('alert')).textContent).toContain('This person still has a seat or a role');
    expect(screen.getByRole('link', { name: 'Families' }).getAttribute('href')).toBe('/tables/T-FAM/people');
    expect(screen.getByRole('link', { name: 'T-OLD' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('Asked for by letter');
  });

  it('says at the reason that it must not bring the name back', async () => {
    const issues = [{ path: 'body.reason', code: 'names_person', message: '' }];
    await opened({ [act]: refused(400, 'invalid_input', { issues }) });
    filledIn();
    press('Erase this person’s name');
    await waitFor(() => expect(told('Reason')).toContain('without the name and the address'));
  });

  it('is given up as easily as it is begun', async () => {
    await opened();
    press('Cancel');
    expect(screen.queryByRole('heading', { name })).toBeNull();
  });
});
