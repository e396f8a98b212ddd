/** What another window of the same browser did: somebody signed in, or signed out. */
export type SessionNews = 'in' | 'out';

const key = 'tavolo.session';

/** Tells the other windows of this browser; where nothing can be stored they learn it when they next ask the server. */
export function tellOtherWindows(news: SessionNews): void {
  try {
    // The time makes it new each time: only changes are heard.
    window.localStorage.setItem(key, `${news} ${Date.now()}`);
  } catch {
    // A browser that stores nothing.
  }
}

/** Hears what other windows tell, until the returned function is called. */
export function onOtherWindows(listener: (news: SessionNews) => void): () => void {
  const hear = ({ key: changed, newValue }: StorageEvent): void => {
    if (changed === key && newValue !== null) listener(newValue.startsWith('out') ? 'out' : 'in');
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}
