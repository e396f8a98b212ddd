import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Benches and coalitions: tables of which only their members know (domain.md section 1, row 8). */
export class PrivateRooms1764000200050 implements MigrationInterface {
  name = 'PrivateRooms1764000200050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table tables_table
        add column kind text not null default 'table' check (kind in ('table', 'bench', 'coalition')),
        add column bench_of uuid references tables_table,
        add column bench_sector text check (bench_sector in ('public', 'third_sector', 'citizens', 'market')),
        add constraint tables_table_bench check ((kind = 'bench') = (bench_of is not null and bench_sector is not null)),
        add constraint tables_table_room check (kind = 'table' or visibility = 'members')`);
    await runner.query('create unique index tables_table_one_bench on tables_table (bench_of, bench_sector)');
    await runner.query('alter table tables_seat add column follows uuid references tables_seat');
    await runner.query('create index tables_seat_follows on tables_seat (follows) where follows is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tables_seat drop column follows');
    await runner.query('alter table tables_table drop column bench_sector, drop column bench_of, drop column kind');
  }
}
