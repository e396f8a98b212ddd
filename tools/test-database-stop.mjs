/** Jest's global teardown: stops what test-database.mjs started. */
export default async function stop() {
  await globalThis.stopTestDatabase?.();
}
