import * as Y from 'yjs';

/** The first clock that is not there yet, by client. */
export type Clocks = Pick<ReadonlyMap<number, number>, 'get'>;

/**
 * Puts structs into an order in which each finds everything that it refers to: in `present` or before it in the order.
 * The structs of each client must come in the order of their clocks, as updates hold them.
 * Left out is what refers to something missing or to itself, what leaves a gap in the clocks of its client, and what
 * builds on such structs: the result is shorter than `structs` then.
 */
export function causalOrder(structs: readonly Y.Item[], present: Clocks): Y.Item[] {
  const lines = new Map<number, Y.Item[]>();
  for (const struct of structs) {
    const line = lines.get(struct.id.client);
    if (line) line.push(struct);
    else lines.set(struct.id.client, [struct]);
  }
  const clocks = new Map<number, number>();
  for (const client of lines.keys()) clocks.set(client, present.get(client) ?? 0);
  const known = (id: Y.ID): boolean => id.clock < (clocks.get(id.client) ?? present.get(id.client) ?? 0);
  const places = new Map<number, number>();
  const ordered: Y.Item[] = [];
  while (ordered.length < structs.length) {
    const before = ordered.length;
    for (const [client, line] of lines) {
      let place = places.get(client) ?? 0;
      for (let struct = line[place]; struct !== undefined; struct = line[place]) {
        const clock = clocks.get(client) ?? 0;
        if (struct.id.clock > clock || !references(struct).every(known)) break;
        clocks.set(client, Math.max(clock, struct.id.clock + struct.length));
        ordered.push(struct);
        place++;
      }
      places.set(client, place);
    }
    if (ordered.length === before) break;
  }
  return ordered;
}

function references(struct: Y.Item): Y.ID[] {
  const parent: unknown = struct.parent;
  const ids = [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null];
  return ids.filter((id) => id !== null);
}
