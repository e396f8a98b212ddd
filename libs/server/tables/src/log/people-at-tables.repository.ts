import { type EntityManager } from 'typeorm';
import { MemberRecord } from '../records/member.record.js';

/** A pseudonym of a person, and the table at which she has it. */
export interface PlaceOfPerson {
  readonly member: string;
  readonly table: string;
  readonly key: string;
  readonly space: string;
  readonly isRoom: boolean;
  /** Whether she holds a seat or a role there now. */
  readonly present: boolean;
}

/** Every pseudonym that a person has, by table. */
export function placesOfPerson(manager: EntityManager, person: string): Promise<PlaceOfPerson[]> {
  return manager.query<PlaceOfPerson[]>(
    `select m.id as member, t.id as "table", t.key, t.space_id as space, t.kind <> 'table' as "isRoom",
       exists (select from tables_seating s where s.member_id = m.id and s.to_at is null)
         or exists (select from tables_role r where r.member_id = m.id and r.to_at is null) as present
     from tables_member m join tables_table t on t.id = m.table_id
     where m.person_id = $1 order by t.key`,
    [person],
  );
}

/** From now on nobody can say who the pseudonym was. */
export async function forgetPerson(manager: EntityManager, member: string): Promise<void> {
  await manager.update(MemberRecord, { id: member }, { person: null });
}
