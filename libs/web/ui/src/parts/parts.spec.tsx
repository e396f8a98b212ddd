import { jest } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { type Explanation } from '@tavolo/governance';
import { type ReactNode } from 'react';
import { LanguageSwitch } from '../frame/language-switch.js';
import { useLanguage } from '../language/use-language.js';
import { TavoloProvider } from '../theme/tavolo-provider.js';
import { ExplanationTree } from './explanation-tree.js';
import { ProblemMessage } from './problem-message.js';
import { stepsOf } from './stage-steps.js';
import { ErrorState } from './states.js';
import { VoteBar } from './vote-bar.js';
import { WordsText } from './words-text.js';

beforeAll(() => {
  // jsdom has no media queries; the colour scheme and the motion preference ask for them.
  window.matchMedia = (query) =>
    ({
      matches: false,
      media: query,
      addEventListener: jest.fn(),
      removeEventListener: jest.fn(),
    }) as unknown as MediaQueryList;
});

const show = (children: ReactNode) => render(<TavoloProvider env="test">{children}</TavoloProvider>);

const explanation: Explanation = {
  key: 'concurrence',
  held: false,
  values: {},
  join: 'all',
  children: [
    { key: 'concurrence.party', held: true, values: { sector: 'public', yes: 4, no: 0 }, children: [] },
    { key: 'concurrence.party', held: false, values: { sector: 'citizens', yes: 1, no: 2 }, children: [] },
  ],
};

describe('the language switch', () => {
  function Tongue() {
    const { language } = useLanguage();
    return <p>{language}</p>;
  }

  it('changes the interface and the document at once, and remembers the choice', () => {
    show(
      <>
        <LanguageSwitch />
        <Tongue />
        <WordsText words={{ en: 'a table' }} marked />
      </>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'IT' }));
    expect(screen.getByText('it')).toBeTruthy();
    expect(document.documentElement.lang).toBe('it');
    expect(localStorage.getItem('tavolo.language')).toBe('it');
    expect(screen.getByText('a table').lang).toBe('en');
    expect(screen.getByText('(in inglese)', { exact: false })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'EN' }));
    expect(screen.getByText('en')).toBeTruthy();
  });
});

describe('an explanation on a page', () => {
  it('opens to its parts, each marked in words as holding or not', () => {
    show(<ExplanationTree explanation={explanation} />);
    expect(screen.getByText('Not every party to the proposal has more yes than no.')).toBeTruthy();
    fireEvent.click(screen.getByText('Why? Show the numbers'));
    expect(screen.getByText('Citizens: not agreed (yes: 1, no: 2). More yes than no is needed.')).toBeTruthy();
    expect(screen.getAllByRole('img', { name: 'does not hold' }).length).toBe(2);
  });
});

describe('an explanation on paper', () => {
  const details = () => document.querySelector('details');

  it('is open while it is printed, and afterwards as the reader had it', () => {
    show(<ExplanationTree explanation={explanation} />);
    expect(details()?.open).toBe(false);
    fireEvent(window, new Event('beforeprint'));
    expect(details()?.open).toBe(true);
    fireEvent(window, new Event('afterprint'));
    expect(details()?.open).toBe(false);
  });

  it('stays open for a reader who had opened it', () => {
    show(<ExplanationTree explanation={explanation} opened />);
    fireEvent(window, new Event('beforeprint'));
    fireEvent(window, new Event('afterprint'));
    expect(details()?.open).toBe(true);
  });
});

describe('votes on a page', () => {
  const count = (yes: number) => ({ eligible: 5, yes, no: 0, abstain: 0 });

  it('are listed by sector in one order, however the counts come', () => {
    const bySector = { citizens: count(3), market: count(1), public: count(4), third_sector: count(5) };
    show(<VoteBar total={count(13)} bySector={bySector} />);
    expect(screen.getAllByRole('rowheader').map(({ lastChild }) => lastChild?.textContent)).toEqual([
      'All seats',
      'Public bodies',
      'Third sector',
      'Citizens',
      'Market',
    ]);
  });
});

describe('a problem on a page', () => {
  const problem = { code: 'reason_too_short', status: 422, instance: '', params: { min: 200, given: 150 } };

  it('is said as an alert, in the words of the rules', () => {
    show(<ProblemMessage error={{ problem }} />);
    expect(screen.getByRole('alert').textContent).toContain('150 characters were written, at least 200 are needed');
  });

  it('shows what is missing when the rules explain it', () => {
    show(<ProblemMessage error={{ ...problem, code: 'no_quorum', explanation }} />);
    expect(screen.getByText('Public bodies: agreed (yes: 4, no: 0).')).toBeTruthy();
  });

  it('says where the rule stands, in words', () => {
    show(<ProblemMessage error={{ ...problem, code: 'too_early', rule: 'quorum.secondCall.afterDays' }} />);
    expect(screen.getByText('Rule: Rulebook, second call: after how many days')).toBeTruthy();
  });

  it('names no place rather than one in code words', () => {
    show(<ProblemMessage error={{ ...problem, rule: 'maxHoldsPerWinter' }} />);
    expect(screen.getByRole('alert').textContent).not.toMatch(/Rule|maxHolds/u);
  });

  it('stays a sentence for anything unknown, and can be tried again', () => {
    const retry = jest.fn();
    show(<ErrorState error={new TypeError('x is not a function')} retry={retry} />);
    expect(screen.getByRole('alert').textContent).not.toContain('function');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('offers no second try of what is not for this reader', () => {
    show(<ErrorState error={{ ...problem, code: 'not_allowed' }} retry={jest.fn()} />);
    expect(screen.getByRole('alert').textContent).toContain('You may not do this');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});

describe('the stages of a procedure', () => {
  const states = (...args: Parameters<typeof stepsOf>) =>
    stepsOf(...args).map(({ stage, state }) => `${stage}:${state}`);

  it('shows what is done, what is now and what is to come', () => {
    expect(states('consultation', 'responding')).toEqual([
      'draft:done',
      'open:done',
      'responding:current',
      'decided:coming',
      'followed_up:coming',
    ]);
  });

  it('puts a detour where it happened, and an end at the end', () => {
    expect(states('planning', 'on_hold')[4]).toBe('on_hold:current');
    expect(states('planning', 'inadmissible')).toEqual(['draft:done', 'submitted:done', 'inadmissible:current']);
    expect(states('consultation', 'closed')[2]).toBe('responding:current');
  });

  it('lets a charter lapse after it was in force, and end after the signing when it never was', () => {
    expect(states('auto_regulation', 'lapsed').slice(-2)).toEqual(['in_force:done', 'lapsed:current']);
    expect(states('auto_regulation', 'not_in_force').slice(-2)).toEqual(['signing:done', 'not_in_force:current']);
    expect(states('auto_regulation', 'signing').slice(-2)).toEqual(['signing:current', 'in_force:coming']);
  });
});
