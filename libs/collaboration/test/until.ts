/** Resolves as soon as the condition holds. @throws Error after `patienceMs`, with what it was waiting for */
export async function until(condition: () => boolean, waitingFor: string, patienceMs = 10_000): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`waited in vain for: ${waitingFor}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
