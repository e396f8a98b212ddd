import * as Y from 'yjs';
import { type Place } from '../text/index.js';
import { type Clocks } from '../protocol/index.js';
import { type DecodedUpdate } from './update-decoder.js';

/** Finds where the structs of an update stand that is about to be applied to a document. Nothing is changed. */
export class StructPlaces {
  private readonly lines = new Map<number, Y.Item[]>();
  private readonly places = new Map<Y.Item, Place | undefined>();

  constructor(
    private readonly doc: Y.Doc,
    private readonly present: Clocks,
    update: DecodedUpdate,
  ) {
    for (const struct of update.structs) {
      const line = this.lines.get(struct.id.client);
      if (line) line.push(struct);
      else this.lines.set(struct.id.client, [struct]);
    }
  }

  /** Whether the document lacks it, wholly or in part. */
  isNew({ id, length }: Y.Item): boolean {
    return id.clock + length > (this.present.get(id.client) ?? 0);
  }

  /**
   * Where a struct stands; `undefined` when that is no type. Structs must be asked for in causal order, so that what
   * one is placed by has been placed before it and no chain of them is followed twice.
   */
  placeOf(struct: Y.Item): Place | undefined {
    const place = this.resolve(struct);
    this.places.set(struct, place);
    return place;
  }

  private resolve(struct: Y.Item): Place | undefined {
    const parent: unknown = struct.parent;
    if (typeof parent === 'string') return { parent, attribute: struct.parentSub };
    if (parent instanceof Y.ID) {
      const content = this.find(parent)?.content;
      return content instanceof Y.ContentType
        ? { parent: content.type as Y.AbstractType<unknown>, attribute: struct.parentSub }
        : undefined;
    }
    const beside = struct.origin ?? struct.rightOrigin;
    const neighbour = beside && this.find(beside);
    if (!neighbour) return undefined;
    if (this.places.has(neighbour)) return this.places.get(neighbour);
    const type: unknown = neighbour.parent;
    return type instanceof Y.AbstractType ? { parent: type, attribute: neighbour.parentSub } : undefined;
  }

  private find(id: Pick<Y.ID, 'client' | 'clock'>): Y.Item | undefined {
    if (id.clock < (this.present.get(id.client) ?? 0)) {
      const stored = this.stored(id);
      return stored instanceof Y.Item ? stored : undefined;
    }
    const line = this.lines.get(id.client) ?? [];
    let low = 0;
    let high = line.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = line[middle];
      if (!struct) return undefined;
      if (id.clock < struct.id.clock) high = middle - 1;
      else if (id.clock >= struct.id.clock + struct.length) low = middle + 1;
      else return struct;
    }
    return undefined;
  }

  private stored({ client, clock }: Pick<Y.ID, 'client' | 'clock'>): Y.Item | Y.GC | undefined {
    const structs = this.doc.store.clients.get(client);
    return structs?.[Y.findIndexSS(structs, clock)];
  }
}
