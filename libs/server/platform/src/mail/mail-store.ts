import { type Language } from '@tavolo/kernel';
import { type DataSource, type EntityManager } from 'typeorm';
import { uuid7 } from '../audit/write/uuid7.js';
import { type Letter } from './mail.js';

/** A mail as it is kept. */
export interface StoredLetter extends Letter {
  readonly id: string;
  readonly at: Date;
  readonly attempts: number;
}

interface Row {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body_text: string;
  readonly body_html: string | null;
  readonly language: Language;
  readonly at: Date;
  readonly attempts: number;
}

const columns = 'id, recipient, subject, body_text, body_html, language, at, attempts';

/** The mails that wait to be delivered, or that a demonstration shows instead of sending them. Not governed: mails decide nothing. */
export class MailStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps a mail; `due` mails are delivered as soon as possible. */
  async keep(
    { to, subject, text, html, language }: Letter,
    { at, due }: { at: Date; due: boolean },
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    await manager.query(
      `insert into platform_mail (id, recipient, subject, body_text, body_html, language, at, next_attempt_at)
       values ($1, $2, $3, $4, $5, $6, $7, case when $8 then clock_timestamp() end)`,
      [uuid7(), to, subject, text, html ?? null, language, at, due],
    );
  }

  /** The newest mails, newest first. */
  async newest(limit: number): Promise<StoredLetter[]> {
    const rows = await this.dataSource.query<Row[]>(`select ${columns} from platform_mail order by id desc limit $1`, [
      limit,
    ]);
    return rows.map(toLetter);
  }

  /** Mails whose next attempt is due. They are put off by `holdSeconds`, so that no other process takes them meanwhile. */
  async takeDue(limit: number, holdSeconds: number): Promise<StoredLetter[]> {
    const [rows] = await this.dataSource.query<[Row[], number]>(
      `update platform_mail set next_attempt_at = clock_timestamp() + make_interval(secs => $2), attempts = attempts + 1
       where id in (
         select id from platform_mail where next_attempt_at <= clock_timestamp()
         order by next_attempt_at limit $1 for update skip locked)
       returning ${columns}`,
      [limit, holdSeconds],
    );
    return rows.map(toLetter);
  }

  /** A delivered mail is not kept: it is personal data that nobody needs any more. */
  async delivered(id: string): Promise<void> {
    await this.dataSource.query('delete from platform_mail where id = $1', [id]);
  }

  /** Notes a failure; `retrySeconds` is `null` when it is given up. */
  async failed(id: string, error: string, retrySeconds: number | null): Promise<void> {
    await this.dataSource.query(
      `update platform_mail set last_error = $2, next_attempt_at = clock_timestamp() + make_interval(secs => $3)
       where id = $1`,
      [id, error, retrySeconds],
    );
  }

  /** How many mails wait after at least one failure, and how many were given up. */
  async troubles(): Promise<{ readonly retrying: number; readonly givenUp: number }> {
    const [row] = await this.dataSource.query<{ retrying: string; given_up: string }[]>(
      `select count(*) filter (where next_attempt_at is not null) as retrying,
         count(*) filter (where next_attempt_at is null) as given_up
       from platform_mail where last_error is not null`,
    );
    return { retrying: Number(row?.retrying ?? 0), givenUp: Number(row?.given_up ?? 0) };
  }
}

function toLetter({ recipient, body_text, body_html, ...row }: Row): StoredLetter {
  return { ...row, to: recipient, text: body_text, ...(body_html !== null && { html: body_html }) };
}
