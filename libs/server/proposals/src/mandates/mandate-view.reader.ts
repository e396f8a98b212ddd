import { Injectable } from '@nestjs/common';
import { type MandateDecision, type MandateView } from '@tavolo/contracts';
import { advanceMandate, latestSubmission, ledgerEntryOf, standingOf, sumsOf, type Mandate } from '@tavolo/governance';
import { daysBetween, localDate, localDateOf, type Instant } from '@tavolo/kernel';
import { Clock, NotFound, type Who } from '@tavolo/server-platform';
import { OrganisationReader, TablePeople, TablePolicy, type Standing } from '@tavolo/server-tables';
import { DataSource } from 'typeorm';
import { at, ProposalRows, type ProposalRow } from '../reading/proposal-rows.reader.js';
import { mayRead } from '../reading/readership.js';
import { historyOf } from './mandate-history.js';
import { findMandate, mandatesOf, type MandateRow } from './mandate-store.repository.js';

/** Mandates as everybody reads them who reads their tables, as they stand now. */
@Injectable()
export class MandateViewReader {
  constructor(
    private readonly database: DataSource,
    private readonly rows: ProposalRows,
    private readonly policy: TablePolicy,
    private readonly people: TablePeople,
    private readonly organisations: OrganisationReader,
    private readonly clock: Clock,
  ) {}

  /** The mandate of that key or id. Throws `NotFound` when there is none that this reader may know of. */
  async view(who: Who, keyOrId: string): Promise<MandateView> {
    const row = await findMandate(this.database.manager, keyOrId);
    const standing = row && (await this.policy.find(who, row.table));
    if (!row || !standing) throw new NotFound('mandate');
    const [view] = await this.views([row], standing);
    if (!view) throw new NotFound('mandate');
    return view;
  }

  /** The mandates of a table, newest first. Throws `NotFound` when there is no table that this reader may read. */
  async ofTable(who: Who, table: string): Promise<MandateView[]> {
    const standing = await this.policy.of(who, table);
    return this.views(await mandatesOf(this.database.manager, standing.table.id), standing);
  }

  private async views(rows: readonly MandateRow[], standing: Standing): Promise<MandateView[]> {
    const now = this.clock.now();
    const under = await this.rows.underMandates(rows.map(({ key }) => key));
    return Promise.all(
      rows.map((row) =>
        this.one(
          row,
          under.filter((one) => isUnder(one, row.key)).map((one) => at(one, now)),
          standing,
          now,
        ),
      ),
    );
  }

  private async one(
    { key, mandate: recorded, revision, createdAt }: MandateRow,
    decisions: readonly ProposalRow[],
    standing: Standing,
    now: Instant,
  ): Promise<MandateView> {
    const { table, me } = standing;
    const mandate = withLedgerOf(advanceMandate(recorded, now).mandate, decisions);
    const history = historyOf(mandate, createdAt);
    const named = [...history.flatMap(({ by }) => by ?? []), ...mandate.reports.map(({ by }) => by)];
    const { seats, roles, others } = await this.people.of(standing, named);
    return {
      key,
      table: { key: table.key, name: table.name, mode: table.rulebook.mode, visibility: table.visibility },
      state: mandate.state,
      mandate,
      sums: sumsOf(mandate),
      report: reportDue(mandate, now),
      decisions: decisions.filter(({ procedure }) => mayRead(standing, procedure)).flatMap(decisionOf),
      history,
      seats,
      roles,
      me,
      formerMembers: others,
      organisations: mandate.grant ? await this.organisations.named([mandate.grant.organisation]) : [],
      revision,
      now,
    };
  }
}

const isUnder = ({ procedure }: ProposalRow, mandate: string): boolean =>
  'mandate' in procedure && procedure.mandate.key === mandate;

/** The mandate with what its decisions hold of it at this moment, also when the clock has moved them since it was recorded. */
const withLedgerOf = (mandate: Mandate, decisions: readonly ProposalRow[]): Mandate => ({
  ...mandate,
  ledger: decisions.flatMap(({ key, procedure }) => {
    const entry = procedure.mode === 'auto_administration' ? ledgerEntryOf(procedure) : null;
    return entry ? [{ proposal: key, ...entry }] : [];
  }),
});

function reportDue(mandate: Mandate, now: Instant): MandateView['report'] {
  const { reportDueOn: dueOn, terms } = mandate;
  if (dueOn === null) return null;
  const inDays = daysBetween(localDateOf(now, terms.zone), localDate(dueOn));
  return { dueOn, inDays, suspendsAt: standingOf(mandate, '').suspendsAt };
}

function decisionOf({ key, title, procedure, changedAt }: ProposalRow): MandateDecision[] {
  if (procedure.mode !== 'auto_administration') return [];
  const { stage, adoption, block } = procedure;
  const submission = latestSubmission(procedure);
  return [
    {
      proposal: key,
      title,
      stage,
      version: adoption?.version ?? submission?.version ?? 0,
      amount: adoption?.amount ?? submission?.terms.amount ?? 0,
      holds: ledgerEntryOf(procedure)?.state ?? null,
      blocked: block?.reason ?? null,
      changedAt,
    },
  ];
}
