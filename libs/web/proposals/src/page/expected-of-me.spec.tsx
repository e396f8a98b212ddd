import { fireEvent, screen } from '@testing-library/dom';
import { cleanup } from '@testing-library/react';
import { BallotPanel } from '../ballots/ballot-panel.js';
import { agreed, balloted, planning, proposalView } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { ExpectedOfMe } from './expected-of-me.js';
import { goTo } from './go-to.js';

beforeAll(() => {
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => undefined;
});

describe('what is expected of me', () => {
  it('leads to my vote and takes the keyboard there', () => {
    const procedure = planning(...balloted);
    shown(
      proposalView(procedure, 'm2'),
      <>
        <ExpectedOfMe />
        <BallotPanel ballot={procedure.ballots[0]!} id="ballot" />
      </>,
    );
    fireEvent.click(screen.getByRole('link', { name: 'Go to the ballot' }));
    expect(document.activeElement?.textContent).toBe('Ballot B-1');
  });

  it('says so where nothing ends by itself', () => {
    shown(proposalView(planning(...balloted), 'm2'), <ExpectedOfMe />);
    expect(screen.getByText('No time limit is set for this.')).toBeTruthy();
  });

  it('is set off strongly only while something is asked of me', () => {
    shown(proposalView(planning(...balloted), 'm2'), <ExpectedOfMe />);
    expect(screen.getByRole('region').dataset.asked).toBe('true');
    cleanup();
    shown(proposalView(agreed(), 'm2'), <ExpectedOfMe />);
    expect(screen.getByRole('region').dataset.asked).toBe('false');
  });

  it('leads to the first thing to press where a part has no heading', () => {
    document.body.innerHTML = '<div id="steps"><button>Open the negotiation</button></div>';
    goTo('steps');
    expect(document.activeElement?.textContent).toBe('Open the negotiation');
  });
});
