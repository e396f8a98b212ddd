import type { LoggerService } from '@nestjs/common';
import { destination, pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.js';

/** The structured log: one JSON object a line. */
export type Log = Logger;

/**
 * Names under which personal data and secrets travel. They are cut out wherever they stand at the top or one level down;
 * the first rule is not to log them at all: ids, names of acts, counts and times are what a log needs.
 */
const privateNames = [
  ...['email', 'mail', 'to', 'recipient', 'name', 'contact', 'ip', 'remoteAddress', 'body', 'text', 'html'],
  ...['password', 'token', 'secret', 'cookie', 'authorization', 'url', 'query', 'parameters', 'detail'],
];

/**
 * The log of a process, on standard error (standard output belongs to the lines of the start). Errors are logged with
 * message, code and stack; what a database repeats of values, or a query of its parameters, is cut out.
 */
export function createLog(level: LogLevel, stream: DestinationStream = destination({ dest: 2, sync: true })): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: seriousPart, error: seriousPart },
      redact: { paths: privateNames.flatMap((name) => [name, `*.${name}`]), remove: true },
    },
    stream,
  );
}

function seriousPart(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const code = 'code' in error ? error.code : undefined;
  // Called `kind`, for `name` is a word of persons here.
  return { kind: name, message, code, stack };
}

/** Nest's own words go into the same log: its start at `debug`, for the person at the terminal is told in plain lines. */
export class NestLog implements LoggerService {
  constructor(private readonly to: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  /** Nest passes the context last, and for errors the stack before it. */
  private write(level: 'error' | 'warn' | 'debug' | 'trace', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const stack = level === 'error' && rest.length > 1 ? rest[0] : undefined;
    const fields = message instanceof Error ? { context, err: message } : { context, stack };
    this.to[level](fields, message instanceof Error ? message.message : String(message));
  }
}
