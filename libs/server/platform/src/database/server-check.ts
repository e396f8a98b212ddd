/** The oldest PostgreSQL that is used, as a major version. */
const oldestPostgres = 15;

/**
 * Checks what a server says of itself: `versionNumber` is `server_version_num` (150018 is 15.18), `encoding` is
 * `server_encoding`.
 * @throws Error in plain words when Tavolo cannot work with it.
 */
export function checkServer(versionNumber: number, encoding: string): void {
  const major = Math.floor(versionNumber / 10_000);
  if (major < oldestPostgres) {
    const version =
      major >= 10 ? `${major}.${versionNumber % 10_000}` : `${major}.${Math.floor(versionNumber / 100) % 100}`;
    throw new Error(
      `PostgreSQL ${version} is too old: Tavolo needs PostgreSQL ${oldestPostgres} or newer. Point DATABASE_URL to a newer server, or remove it to use the embedded one.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new Error(
      `The database of DATABASE_URL has the encoding ${encoding}, and Tavolo needs UTF8: CREATE DATABASE tavolo ENCODING 'UTF8' TEMPLATE template0;`,
    );
  }
}
