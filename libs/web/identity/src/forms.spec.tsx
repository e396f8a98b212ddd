import { useSession } from '@tavolo/web-data';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { AccountPage } from './account-page.js';
import { forgetDrafts } from './drafts.js';
import { InvitationsPage } from './invitations-page.js';
import { PasswordSignIn } from './password-sign-in.js';
import { SetUpPage } from './set-up-page.js';
import { answering, refused, sessionOf } from './testing/answers.js';
import { shown } from './testing/shown.js';

function type(label: string | RegExp, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}
function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}
/** The words that a screen reader adds to a field. */
const told = (label: string | RegExp): string => {
  const ids = screen.getByLabelText(label).getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
};
const isInvalid = (label: string | RegExp): boolean =>
  screen.getByLabelText(label).getAttribute('aria-invalid') === 'true';

beforeEach(() => {
  window.sessionStorage.clear();
});

describe('the form of the set-up', () => {
  it('says at each field what is missing, goes to the first one and sends nothing', async () => {
    const { sent } = answering({ 'GET /session': sessionOf(null, { needsSetUp: true }) });
    shown(<SetUpPage />);
    await screen.findByLabelText(/^Code/);
    type('Your name', 'Ada');
    type(/^New password/, 'short');
    press('Create the administrator');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Code/)));
    expect(told(/^Code/)).toContain('Please write the whole code');
    expect(told('E-mail address')).toContain('Please write an e-mail address');
    expect(told(/^New password/)).toContain('These are 5.');
    expect(isInvalid('Your name')).toBe(false);
    expect(sent).toEqual([]);
  });

  it('shows a refused code at its field, keeps what was typed, and no longer complains once it is being mended', async () => {
    answering({
      'GET /session': sessionOf(null, { needsSetUp: true }),
      'POST /setup': refused(403, 'installation.code_wrong'),
    });
    shown(<SetUpPage />);
    await screen.findByLabelText(/^Code/);
    type(/^Code/, 'AAAA-BBBB');
    type('Your name', 'Ada');
    type('E-mail address', 'ada@b.example');
    type(/^New password/, 'a good long password');
    press('Create the administrator');
    await waitFor(() => expect(told(/^Code/)).toContain('This is not the code that the server printed'));
    expect(document.activeElement).toBe(screen.getByLabelText(/^Code/));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>(/^New password/).value).toBe('a good long password');
    type(/^Code/, 'AAAA-CCCC');
    expect(isInvalid(/^Code/)).toBe(false);
  });

  it('keeps names and addresses over a reload, but never a password', async () => {
    answering({ 'GET /session': sessionOf(null, { needsSetUp: true }) });
    const { unmount } = shown(<SetUpPage />);
    await screen.findByLabelText(/^Code/);
    type('Your name', 'Ada');
    type(/^New password/, 'a good long password');
    unmount();
    shown(<SetUpPage />);
    await screen.findByDisplayValue('Ada');
    const kept = (): string => JSON.stringify(window.sessionStorage);
    expect(kept()).toContain('Ada');
    expect(kept()).not.toContain('long password');
    forgetDrafts();
    expect(kept()).not.toContain('Ada');
  });
});

describe('other forms', () => {
  it('do not say which of address and password is wrong', async () => {
    answering({ 'POST /session': refused(403, 'session.not_opened') });
    shown(<PasswordSignIn />);
    type('E-mail address', 'ada@b.example');
    type('Password', 'something');
    press('Sign in');
    expect((await screen.findByRole('alert')).textContent).toContain('E-mail or password do not match');
    expect(isInvalid('E-mail address') || isInvalid('Password')).toBe(false);
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('something');
  });

  it('show a wrong present password at its field', async () => {
    answering({
      'GET /session': sessionOf({}),
      'GET /account/sessions': [],
      'POST /account/password': refused(403, 'account.password_wrong'),
    });
    shown(<AccountPage />);
    await screen.findByLabelText('Present password');
    type('Present password', 'wrong');
    type(/^New password/, 'a good long password');
    press('Change the password');
    await waitFor(() => expect(told('Present password')).toContain('The present password is not right'));
    expect(document.activeElement).toBe(screen.getByLabelText('Present password'));
  });

  it('show at the address that somebody has it already, as the server says of a field of the wrong shape', async () => {
    const answers = {
      'GET /session': sessionOf({}),
      'GET /invitations': [],
      'GET /tables': [],
      'POST /invitations': refused(409, 'account.exists') as unknown,
    };
    answering(answers);
    shown(<InvitationsPage />);
    await screen.findByLabelText('Name');
    type('Name', 'Berto');
    type('E-mail address', 'ada@b.example');
    press('Send the invitation');
    await waitFor(() => expect(told('E-mail address')).toContain('There is already an account'));
    answers['POST /invitations'] = refused(400, 'invalid_input', { issues: [{ path: 'body.name', code: 'custom' }] });
    press('Send the invitation');
    await waitFor(() => expect(told('Name')).toContain('Please write a name.'));
    expect(isInvalid('E-mail address')).toBe(false);
  });
});

describe('a page for people who are signed in', () => {
  function AskAgain() {
    const { refetch } = useSession();
    return <button onClick={() => void refetch()}>Ask again</button>;
  }

  it('hides itself when the session ends, and shows what was typed when she is back', async () => {
    const answers = { 'GET /session': sessionOf({}), 'GET /account/sessions': [] };
    answering(answers);
    shown(
      <>
        <AskAgain />
        <AccountPage />
      </>,
    );
    const field = await screen.findByLabelText<HTMLInputElement>(/^Name/);
    type(/^Name/, 'Ada Maria');
    answers['GET /session'] = sessionOf(null);
    press('Ask again');
    await screen.findByText('You are no longer signed in');
    expect(field.closest('[hidden]')).toBeTruthy();
    answers['GET /session'] = sessionOf({});
    press('Ask again');
    await waitFor(() => expect(field.closest('[hidden]')).toBeNull());
    expect(field.value).toBe('Ada Maria');
  });

  it('tells people who do not administer that it is not for them', async () => {
    answering({ 'GET /session': sessionOf({ administrator: false }) });
    shown(<InvitationsPage />);
    await screen.findByText('This page is for those who administer this installation.');
    expect(screen.getByRole('link', { name: 'To the tables' })).toBeTruthy();
    expect(screen.queryByRole('form')).toBeNull();
  });
});
