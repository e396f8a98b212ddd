/** Takes the reader to a part of the page: it comes into sight, and the keyboard goes on from its heading, or from the first thing to press where it has none. */
export function goTo(place: string): void {
  const part = document.getElementById(place);
  const start = part?.querySelector<HTMLElement>('h2') ?? part?.querySelector<HTMLElement>('summary, button') ?? part;
  if (!part || !start) return;
  if (!start.matches('summary, button')) start.setAttribute('tabindex', '-1');
  part.scrollIntoView({ block: 'start' });
  start.focus({ preventScroll: true });
}
