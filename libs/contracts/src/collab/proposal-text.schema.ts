import { z } from 'zod';

/** Clause ids are short, lower case and unique in their document; the number of a clause is its position. */
export const clauseIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/u);

/** Lists may stand inside lists up to this many levels; a whole text then fits the nesting of canonical JSON. */
export const deepestList = 5;

/** A stretch of words with the same marks. Marks that are off are absent, never `false`. */
export interface TextRun {
  readonly type: 'text';
  readonly text: string;
  readonly bold?: true | undefined;
  readonly italic?: true | undefined;
}

/** A line break inside a paragraph. */
export interface HardBreak {
  readonly type: 'hardBreak';
}

export type InlineText = TextRun | HardBreak;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly content: readonly InlineText[];
}

export interface ListItem {
  readonly blocks: readonly BlockText[];
}

export interface BulletList {
  readonly type: 'bulletList';
  readonly items: readonly ListItem[];
}

export interface OrderedList {
  readonly type: 'orderedList';
  /** Number of the first item, 1 to 9999; absent means 1. */
  readonly start?: number | undefined;
  readonly items: readonly ListItem[];
}

export type BlockText = Paragraph | BulletList | OrderedList;

/** One clause of a proposal. A clause always holds at least one block. */
export interface ClauseText {
  readonly id: string;
  readonly blocks: readonly BlockText[];
}

/** The text of a proposal as plain JSON: what is frozen, hashed, rendered and compared. */
export interface ProposalText {
  readonly clauses: readonly ClauseText[];
}

const textRunSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
});

const inlineSchema: z.ZodType<InlineText> = z.discriminatedUnion('type', [
  textRunSchema,
  z.strictObject({ type: z.literal('hardBreak') }),
]);

const paragraphSchema = z.strictObject({ type: z.literal('paragraph'), content: z.array(inlineSchema) });

/** The schema of a block whose lists may be nested `levels` deep; bounded so that no input can exhaust the stack. */
function blockSchema(levels: number): z.ZodType<BlockText> {
  if (levels === 0) return paragraphSchema;
  const items = z.array(z.strictObject({ blocks: z.array(blockSchema(levels - 1)).min(1) })).min(1);
  return z.discriminatedUnion('type', [
    paragraphSchema,
    z.strictObject({ type: z.literal('bulletList'), items }),
    z.strictObject({ type: z.literal('orderedList'), start: z.int().min(1).max(9999).optional(), items }),
  ]);
}

/** One clause: unknown nodes, marks and attributes are refused. */
export const clauseTextSchema: z.ZodType<ClauseText> = z.strictObject({
  id: clauseIdSchema,
  blocks: z.array(blockSchema(deepestList)).min(1),
});

/** A whole text: up to 500 clauses with distinct ids. A text without clauses is an empty document. */
export const proposalTextSchema: z.ZodType<ProposalText> = z.strictObject({
  clauses: z
    .array(clauseTextSchema)
    .max(500)
    .refine((clauses) => new Set(clauses.map(({ id }) => id)).size === clauses.length, 'Clause ids must be distinct'),
});
