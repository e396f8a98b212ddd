import { type DocumentWriter } from '@tavolo/contracts';
import { type CollaborationProvider, visitorMember } from '@tavolo/collaboration/provider';
import { TavoloProvider } from '@tavolo/web-ui';
import { cleanup, render, screen } from '@testing-library/react';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { PeopleHere } from './people-here.js';

const writer = (member: string, name: string): DocumentWriter => {
  return { member, name, organisation: null, sector: null, color: '#225577' };
};

describe('who has a text open', () => {
  it('is not counted before anybody is known to be there', () => {
    const awareness = new Awareness(new Y.Doc());
    render(
      <TavoloProvider env="test">
        <PeopleHere provider={{ awareness } as unknown as CollaborationProvider} me={null} />
      </TavoloProvider>,
    );
    expect(screen.queryByText(/here/u)).toBeNull();
    cleanup();
    awareness.destroy();
  });

  it('is told by name for members, once each, and by number for visitors', () => {
    const awareness = new Awareness(new Y.Doc());
    const present = [
      writer('m1', 'Lucia'),
      writer('m2', 'Paolo'),
      writer('m2', 'Paolo'),
      writer(visitorMember, 'p-7f3a'),
      writer(visitorMember, 'p-81bc'),
    ];
    present.forEach((user, id) => awareness.states.set(id + 1, { user }));
    render(
      <TavoloProvider env="test">
        <PeopleHere provider={{ awareness } as unknown as CollaborationProvider} me={present[0]!} />
      </TavoloProvider>,
    );
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Lucia (you)', 'Paolo']);
    expect(screen.getByText('2 people are here:')).toBeTruthy();
    expect(screen.getByText('2 visitors read along')).toBeTruthy();
    expect(document.body.textContent).not.toContain('p-7f3a');
    cleanup();
    awareness.destroy();
  });
});
