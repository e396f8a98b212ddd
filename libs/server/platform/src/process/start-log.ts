/**
 * Where the parts of a start tell what they do: one plain sentence a call, without personal data and without secrets.
 * A pino logger fits, and so does {@link Progress}.
 */
export interface StartLog {
  info(line: string): void;
  warn(line: string): void;
}
