import { type DemoPerson } from '@tavolo/contracts';

/** Where a person sits, as the door of the demonstration shows it. */
export type Places = Pick<DemoPerson, 'sector' | 'organisation' | 'tables'>;

/** Port: the context that keeps tables says where people sit. */
export abstract class PlacesOfPeople {
  /** Places by person id; people who sit nowhere may be absent. */
  abstract of(people: readonly string[]): Promise<Map<string, Places>>;
}
