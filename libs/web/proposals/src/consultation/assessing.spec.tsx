import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { type ConsultationProcedure } from '@tavolo/governance';
import { instant } from '@tavolo/kernel';
import { consultation, consulted, now, proposalView, type Step } from '../testing/proposal-builder.js';
import { answeringServer, letDialogsOpen } from '../testing/server.js';
import { shown } from '../testing/shown.js';
import { AssessmentForm } from './assessment-form.js';
import { AssessmentList } from './assessment-list.js';
import { ConsultationPanel } from './consultation-panel.js';
import { ReplyForm } from './reply-form.js';
import { ThinNotice } from './thin-notice.js';

const given = (member: string, position: string, reason: string | null = null): Step => [
  'assessment.submitted',
  member,
  { key: `AS-${member.slice(1)}`, position, clause: null, reason, condition: null },
];
const explanation = { key: 'consultation.answered', held: false, values: {}, children: [] } as unknown as NonNullable<
  ConsultationProcedure['extension']
>['explanation'];
const extended = (procedure: ConsultationProcedure): ConsultationProcedure => ({
  ...procedure,
  extension: {
    n: 1,
    from: instant('2096-10-10T21:59:59.999Z'),
    until: instant('2096-10-22T21:59:59.999Z'),
    explanation,
  },
});
const send = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('giving an assessment', () => {
  it('marks the position that was not chosen and goes to it', () => {
    const procedure = consultation(...consulted);
    shown(proposalView(procedure, 'm2'), <AssessmentForm procedure={procedure} />);
    send('Give my assessment');
    const group = screen.getByRole('radiogroup', { name: 'Your position' });
    expect(group.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Choose one of these.',
    );
    expect(group.contains(document.activeElement)).toBe(true);
  });

  it('marks the reason that the server asks for, goes to it and keeps the rest', async () => {
    const procedure = consultation(...consulted);
    answeringServer().refuse({ code: 'reason_required', params: { min: 1 } });
    shown(proposalView(procedure, 'm2'), <AssessmentForm procedure={procedure} />);
    fireEvent.click(screen.getByRole('radio', { name: 'Contrary' }));
    send('Give my assessment');
    const reason = screen.getByLabelText('Reason');
    await waitFor(() => expect(reason.getAttribute('aria-invalid')).toBe('true'));
    expect(document.activeElement).toBe(reason);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Contrary' }).checked).toBe(true);
  });

  it('is possible until the new last day, once the consultation was extended', () => {
    const procedure = extended(consultation(...consulted, given('m2', 'favourable')));
    shown(proposalView(procedure, 'm2'), <ConsultationPanel procedure={procedure} />);
    expect(screen.getByText(/You can change it until 22 October 2096/u)).toBeTruthy();
    expect(screen.getByText(/Assessments until/u).textContent).toContain('22 October 2096');
    expect(screen.getByText(/Before the extension the last day was 10 October 2096/u)).toBeTruthy();
  });

  it('says why the window is short, where it is', () => {
    const procedure = consultation(...consulted);
    const window = { ...procedure.window!, urgentReason: 'Il bando scade.' };
    shown(proposalView(procedure), <ConsultationPanel procedure={{ ...procedure, window }} />);
    expect(screen.getByText('Il bando scade.').getAttribute('lang')).toBe('it');
  });

  it('says by name who will decide', () => {
    const procedure = consultation(...consulted);
    shown(proposalView(procedure), <ConsultationPanel procedure={procedure} />);
    expect(screen.getByText('The decision is taken by: The town.')).toBeTruthy();
  });
});

describe('a consultation in which too few spoke', () => {
  const thin = (...steps: readonly Step[]) => ({ ...consultation(...consulted, ...steps), thin: true });

  it('names how many spoke and which sectors did not', () => {
    const procedure = thin(given('m1', 'favourable'));
    shown(proposalView(procedure), <ThinNotice procedure={procedure} />);
    expect(screen.getByText('1 of 4 seats gave an assessment; at least 2 are asked for.')).toBeTruthy();
    expect(screen.getByText('Nobody spoke for these sectors: Third sector and Citizens.')).toBeTruthy();
  });

  it('does not blame a rule that was kept', () => {
    const procedure = thin(given('m1', 'favourable'), given('m2', 'favourable'));
    shown(proposalView(procedure), <ThinNotice procedure={procedure} />);
    expect(screen.queryByText(/seats gave an assessment/u)).toBeNull();
    expect(screen.getByText('Nobody spoke for this sector: Citizens.')).toBeTruthy();
  });
});

describe('replying', () => {
  const described = (box: HTMLElement): readonly string[] =>
    (box.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');

  it('shows the words of each assessment that waits, beside the form that answers it', () => {
    const procedure = consultation(...consulted, given('m2', 'contrary', 'The door closes too early.'));
    shown(proposalView(procedure, 'm1'), <ReplyForm procedure={procedure} />);
    expect(described(screen.getByRole('checkbox', { name: /^AS-2/u }))).toEqual(['The door closes too early.']);
  });

  it('says what will be published, and publishes only after that', async () => {
    letDialogsOpen();
    const server = answeringServer();
    const procedure = consultation(...consulted, given('m2', 'favourable'));
    shown(proposalView(procedure, 'm1'), <ReplyForm procedure={procedure} />);
    fireEvent.click(screen.getByRole('checkbox', { name: /^AS-2/u }));
    fireEvent.click(screen.getByRole('radio', { name: 'Noted' }));
    send('Publish the reply');
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText('This reply answers AS-2: “Noted”.')).toBeTruthy();
    expect(dialog.getByText(/It cannot be changed afterwards/u)).toBeTruthy();
    expect(server.asked()).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Publish the reply' }));
    await waitFor(() => expect(server.asked().map(({ act }) => act)).toEqual(['reply.published']));
  });

  it('asks for a missing reason before anything is published', () => {
    const procedure = consultation(...consulted, given('m2', 'contrary', 'Troppo caro.'));
    shown(proposalView(procedure, 'm1'), <ReplyForm procedure={procedure} />);
    fireEvent.click(screen.getByRole('checkbox', { name: /^AS-2/u }));
    fireEvent.click(screen.getByRole('radio', { name: 'Not accepted' }));
    send('Publish the reply');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByLabelText('Reason'));
  });

  it('marks the assessments that were not chosen, each box with what is wrong', () => {
    const procedure = consultation(...consulted, given('m2', 'favourable'));
    shown(proposalView(procedure, 'm1'), <ReplyForm procedure={procedure} />);
    send('Publish the reply');
    const box = screen.getByRole('checkbox', { name: /^AS-2/u });
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(described(box)).toContain('Choose at least one assessment.');
    expect(document.activeElement).toBe(box);
  });

  it('says why a reply has no reason, and in which language those are that have one', () => {
    const procedure: ConsultationProcedure = {
      ...consultation(...consulted, given('m2', 'favourable'), given('m3', 'contrary', 'Troppo caro.')),
      replies: [
        { key: 'RE-1', assessments: ['AS-2'], outcome: 'noted', reason: null, at: now },
        { key: 'RE-2', assessments: ['AS-3'], outcome: 'not_accepted', reason: 'Non ci sono fondi.', at: now },
      ],
    };
    shown(proposalView(procedure), <AssessmentList procedure={procedure} />);
    const [noted, refused] = screen.getAllByRole('listitem');
    expect(within(noted!).getByText(/No reason was required/u)).toBeTruthy();
    expect(within(refused!).queryByText(/No reason was required/u)).toBeNull();
    expect(within(refused!).getByText('Non ci sono fondi.').getAttribute('lang')).toBe('it');
  });
});
