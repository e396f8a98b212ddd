/** How long is waited before each further try, in milliseconds. */
const waits = [500, 2_000];

/** Loads the code of a page, and tries again when it does not arrive: a moment without a connection is no reason to show a broken page. */
export async function patiently<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  for (const wait of waits) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return load();
}
