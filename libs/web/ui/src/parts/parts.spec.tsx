import { jest } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { type Explanation } from '@tavolo/governance';
import { useState, type ReactNode } from 'react';
import { LanguageSwitch } from '../frame/language-switch.js';
import { useLanguage } from '../language/use-language.js';
import { TavoloProvider } from '../theme/tavolo-provider.js';
import { ExplanationTree } from './explanation-tree.js';
import { ProblemMessage } from './problem-message.js';
import { ReasonField } from './reason-field.js';
import { stepsOf } from './stage-steps.js';
import { ErrorState } from './states.js';
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
    expect(screen.getByText('Citizens do not concur: 1 yes, 2 no. More yes than no is needed.')).toBeTruthy();
    expect(screen.getAllByRole('img', { name: 'does not hold' }).length).toBe(2);
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
    expect(screen.getByText('Public bodies concur: 4 yes, 0 no.')).toBeTruthy();
  });

  it('stays a sentence for anything unknown, and can be tried again', () => {
    const retry = jest.fn();
    show(<ErrorState error={new TypeError('x is not a function')} retry={retry} />);
    expect(screen.getByRole('alert').textContent).not.toContain('function');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });
});

describe('a field for a reason', () => {
  function Field() {
    const [reason, setReason] = useState('');
    return <ReasonField label="Reason" value={reason} onChange={setReason} min={10} />;
  }

  it('counts against the least that is asked for; blanks at the ends do not count', () => {
    show(<Field />);
    fireEvent.change(screen.getByLabelText('Reason'), { target: { value: '  short  ' } });
    expect(screen.getByText('5 of at least 10 characters')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'long enough' } });
    expect(screen.getByText('11 characters: long enough')).toBeTruthy();
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
});
