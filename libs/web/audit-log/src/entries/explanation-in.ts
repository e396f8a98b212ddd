import { type Json } from '@tavolo/kernel';
import { explanationMessages, type ExplanationTree } from '@tavolo/web-ui';
import { type ComponentProps } from 'react';

type Explanation = ComponentProps<typeof ExplanationTree>['explanation'];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isExplanation = (value: unknown): value is Explanation =>
  isRecord(value) &&
  typeof value.key === 'string' &&
  value.key in explanationMessages.messages.en &&
  typeof value.held === 'boolean' &&
  isRecord(value.values) &&
  Array.isArray(value.children) &&
  value.children.every(isExplanation);

/** The explanation that an entry carries, when it is one that this version can say in words. */
export const explanationIn = (data: Readonly<Record<string, Json>>): Explanation | null =>
  isExplanation(data.explanation) ? data.explanation : null;
