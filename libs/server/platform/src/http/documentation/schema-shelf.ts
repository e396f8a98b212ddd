import { z } from 'zod';

export type Schema = Readonly<Record<string, unknown>>;

/**
 * JSON Schemas (2020-12) of zod schemas for one OpenAPI document. What a schema defines for itself, recursive parts above
 * all, moves to the shared `components`, because `$ref` there counts from the root of the whole document.
 */
export class SchemaShelf {
  readonly #shared: Record<string, Schema> = {};
  #made = 0;

  /** What has to stand under `components.schemas`. */
  get shared(): Readonly<Record<string, Schema>> {
    return this.#shared;
  }

  /** The schema of what is sent (`input`) or received (`output`). */
  schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
    const { $defs, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    Reflect.deleteProperty(made, '$schema');
    const name = `Part${++this.#made}`;
    const moved = { usesItself: false };
    for (const [part, definition] of Object.entries($defs ?? {})) {
      this.#shared[`${name}_${part}`] = withMovedReferences(definition, name, moved) as Schema;
    }
    const whole = withMovedReferences(made, name, moved) as Schema;
    if (!moved.usesItself) return whole;
    this.#shared[name] = whole;
    return { $ref: `#/components/schemas/${name}` };
  }

  /** Puts a schema on the shelf under a name of its own. */
  name(name: string, schema: z.ZodType): void {
    this.#shared[name] = this.schemaOf(schema, 'output');
  }
}

function withMovedReferences(value: unknown, name: string, moved: { usesItself: boolean }): unknown {
  if (Array.isArray(value)) return value.map((item) => withMovedReferences(item, name, moved));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => {
    if (key !== '$ref' || typeof member !== 'string') return [key, withMovedReferences(member, name, moved)];
    if (member === '#') moved.usesItself = true;
    return [key, `#/components/schemas/${name}${member.replace('#/$defs/', '_').replace('#', '')}`];
  });
  return Object.fromEntries(entries);
}
