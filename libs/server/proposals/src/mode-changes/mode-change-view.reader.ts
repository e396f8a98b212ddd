import { Injectable } from '@nestjs/common';
import { type ModeChangeView, type ModeChangeWaiting } from '@tavolo/contracts';
import {
  advanceModeChange,
  askedByModeChange,
  blockersFrom,
  blockersOfChanges,
  changesAt,
  voteFrom,
  type Ballot,
  type Blocker,
  type ModeChange,
} from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { Clock, NotFound, type Who } from '@tavolo/server-platform';
import { TablePeople, TablePolicy, type Standing } from '@tavolo/server-tables';
import { DataSource } from 'typeorm';
import { historyOfModeChange } from './mode-change-history.js';
import {
  ballotsAtTable,
  findModeChange,
  modeChangesAt,
  modeChangesOf,
  type ModeChangeRow,
} from './mode-change-store.repository.js';

/** Changes of mode as everybody reads them who reads their tables, as they stand now. */
@Injectable()
export class ModeChangeViewReader {
  constructor(
    private readonly database: DataSource,
    private readonly policy: TablePolicy,
    private readonly people: TablePeople,
    private readonly clock: Clock,
  ) {}

  /** The change of that key. Throws `NotFound` when there is none that this reader may know of. */
  async view(who: Who, key: string): Promise<ModeChangeView> {
    const row = await findModeChange(this.database.manager, key);
    const standing = row && (await this.policy.find(who, row.table));
    if (!row || !standing) throw new NotFound('modeChange');
    const view = (await this.views(standing)).find((one) => one.key === row.key);
    if (!view) throw new NotFound('modeChange');
    return view;
  }

  /** The changes of the mode of a table, newest first. Throws `NotFound` when there is no table that this reader may read. */
  async ofTable(who: Who, table: string): Promise<ModeChangeView[]> {
    return this.views(await this.policy.of(who, table));
  }

  /** What the changes of mode at her tables ask of a person, the nearest deadline first. */
  async waiting(who: Who): Promise<ModeChangeWaiting[]> {
    const now = this.clock.now();
    const waiting: ModeChangeWaiting[] = [];
    for (const { table, actor } of await this.policy.all(who)) {
      if (!actor) continue;
      const changes = await modeChangesAt(this.database.manager, table.id, now);
      if (changes.length === 0) continue;
      const composition = await this.policy.composition(table.id);
      for (const change of changes) {
        const asked = askedByModeChange(change, actor, composition, now);
        if (asked) waiting.push(waitingOf(table, change, asked));
      }
    }
    return waiting.sort(({ until: one }, { until: other }) => (one ?? '9').localeCompare(other ?? '9'));
  }

  private async views(standing: Standing): Promise<ModeChangeView[]> {
    const now = this.clock.now();
    const { manager } = this.database;
    const rows = await modeChangesOf(manager, standing.table.id);
    const ballots = await ballotsAtTable(manager, standing.table.id, now);
    const views: ModeChangeView[] = [];
    for (const row of rows) views.push(await this.one(row, blockersOf(row, rows, ballots, now), standing, now));
    return views;
  }

  private async one(
    { key, change: recorded, revision, createdAt }: ModeChangeRow,
    blockers: readonly Blocker[],
    standing: Standing,
    now: Instant,
  ): Promise<ModeChangeView> {
    const { table, me } = standing;
    const { change } = advanceModeChange(recorded, now, blockers);
    const history = historyOfModeChange(change, createdAt);
    const { seats, roles, others } = await this.people.of(
      standing,
      history.flatMap(({ by }) => by ?? []),
    );
    return {
      key,
      table: { key: table.key, name: table.name, mode: table.rulebook.mode, visibility: table.visibility },
      state: change.state,
      change,
      voteFrom: change.state === 'notice' ? voteFrom(change) : null,
      blockers: [...blockers],
      history,
      seats,
      roles,
      me,
      formerMembers: others,
      revision,
      now,
    };
  }
}

const blockersOf = (
  { key }: ModeChangeRow,
  rows: readonly ModeChangeRow[],
  ballots: readonly Ballot[],
  now: Instant,
): readonly Blocker[] => {
  const changes = changesAt(
    rows.map(({ change }) => change),
    ballots,
    now,
  );
  return [...blockersFrom(ballots), ...blockersOfChanges(changes, key)];
};

const waitingOf = (
  { key, name }: Standing['table'],
  { key: modeChange, from, rulebook }: ModeChange,
  asked: Pick<ModeChangeWaiting, 'ask' | 'until'>,
): ModeChangeWaiting => ({ table: { key, name }, modeChange, from: from.mode, to: rulebook.mode, ...asked });
