import type { EntitySchema } from 'typeorm';

/** A TypeORM entity class or schema. */
export type RecordClass = (new () => object) | EntitySchema;
