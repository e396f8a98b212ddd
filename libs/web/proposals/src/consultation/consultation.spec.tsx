import { fireEvent, screen, within } from '@testing-library/dom';
import { consultation, consulted, proposalView, type Step } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { AssessmentList } from './assessment-list.js';
import { DecisionForm } from './decision-form.js';

const assessed: Step[] = ['m1', 'm2', 'm3'].map((member, index) => [
  'assessment.submitted',
  member,
  {
    key: `AS-${index + 1}`,
    position: member === 'm3' ? 'contrary' : 'favourable',
    clause: null,
    reason: member === 'm3' ? 'It closes the door.' : null,
    condition: null,
  },
]);

/** The window is over: what prevails is two to one in favour. */
const closed = () => {
  const procedure = consultation(...consulted, ...assessed);
  const count = { supportive: 2, contrary: 1, leaning: 'supportive' } as const;
  return {
    ...procedure,
    stage: 'responding' as const,
    prevailing: { ...count, bySector: {}, silent: [] } as unknown as NonNullable<typeof procedure.prevailing>,
    replies: [
      { key: 'RE-1', assessments: ['AS-3'], outcome: 'not_accepted', reason: 'The budget is fixed.' },
    ] as unknown as typeof procedure.replies,
  };
};

describe('the assessments', () => {
  it('stand each beside its own reply; those without one say so', () => {
    const procedure = closed();
    shown(proposalView(procedure), <AssessmentList procedure={procedure} />);
    const pairs = screen.getAllByRole('listitem');
    expect(pairs).toHaveLength(3);
    const answered = within(pairs.find(({ id }) => id === 'assessment-AS-3')!);
    expect(answered.getByText('It closes the door.')).toBeTruthy();
    expect(answered.getByText('The budget is fixed.')).toBeTruthy();
    expect(screen.getAllByText('No reply yet')).toHaveLength(2);
    expect(answered.queryByText('No reply yet')).toBeNull();
  });
});

describe('deciding', () => {
  const choose = (name: string): void => void fireEvent.click(screen.getByRole('radio', { name }));

  it('asks for a statement as soon as the chosen outcome departs from what prevails, and only then', () => {
    const procedure = closed();
    shown(proposalView(procedure, 'm1'), <DecisionForm procedure={procedure} />);
    choose('Adopt');
    expect(screen.queryByLabelText('Statement on the departure')).toBeNull();
    choose('Do not adopt');
    expect(screen.getByText(/departs from the prevailing opinion. A statement of at least 200/u)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Statement on the departure'), { target: { value: 'Too short' } });
    expect(screen.getByText('9 of at least 200 characters')).toBeTruthy();
  });

  it('leads to each assessment that is still without a reply', () => {
    const procedure = closed();
    shown(proposalView(procedure, 'm1'), <DecisionForm procedure={procedure} />);
    expect(screen.getByText('2 assessments without reply')).toBeTruthy();
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '#assessment-AS-1',
      '#assessment-AS-2',
    ]);
  });

  it('says what is missing when nothing was chosen', () => {
    const procedure = closed();
    shown(proposalView(procedure, 'm1'), <DecisionForm procedure={procedure} />);
    fireEvent.click(screen.getByRole('button', { name: 'Record the decision' }));
    expect(screen.getByText('Choose one of these.')).toBeTruthy();
  });
});
