import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { useKeptFocus } from './use-kept-focus.js';

function Page() {
  const page = useKeptFocus<HTMLDivElement>();
  const [done, setDone] = useState(false);
  return (
    <div ref={page}>
      <h1>Proposal</h1>
      <section>
        <h2>Your vote</h2>
        {done ? <p>Recorded</p> : <button onClick={() => setDone(true)}>Vote</button>}
      </section>
    </div>
  );
}

describe('the keyboard’s place on the page', () => {
  it('goes to the heading of the part when what had it is done and gone', async () => {
    render(<Page />);
    screen.getByRole('button').focus();
    fireEvent.click(screen.getByRole('button'));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Your vote'));
  });

  it('is left to whoever pressed beside everything', async () => {
    render(<Page />);
    screen.getByRole('button').focus();
    fireEvent.pointerDown(document.body);
    await act(async () => {
      fireEvent.click(screen.getByRole('button'));
      await new Promise((resolve) => setTimeout(resolve, 0));
    });
    expect(document.activeElement).toBe(document.body);
  });
});
