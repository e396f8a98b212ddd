const key = 'tavolo.demonstration';

/** Whether this address was a demonstration when it was last opened: its banner then stands there from the beginning, and nothing moves. */
export function rememberedDemo(): boolean {
  try {
    return window.localStorage.getItem(key) === 'yes';
  } catch {
    // A browser that stores nothing.
    return false;
  }
}

export function rememberDemo(demo: boolean): void {
  try {
    if (demo) window.localStorage.setItem(key, 'yes');
    else window.localStorage.removeItem(key);
  } catch {
    // Then the banner comes a moment later.
  }
}
