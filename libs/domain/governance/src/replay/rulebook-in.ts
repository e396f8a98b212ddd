import { type Json } from '@tavolo/kernel';
import { type Rulebook } from '../rulebook.js';
import { isObject } from './difference.js';

/** The rules are what was adopted, word for word; what makes no sense as rules is refused when a procedure begins under them. */
export function rulebookIn(text: Json | undefined): Rulebook | null {
  try {
    const value: unknown = typeof text === 'string' ? JSON.parse(text) : null;
    return isObject(value as Json) ? (value as Rulebook) : null;
  } catch {
    return null;
  }
}
