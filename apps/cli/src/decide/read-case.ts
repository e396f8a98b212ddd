import { type Language } from '@tavolo/kernel';
import { formats, messagesIn } from '@tavolo/words';
import { type z } from 'zod';
import { caseSchema, type CaseFile } from './case.schema.js';
import { decideMessages } from './decide-messages.js';

/** A case, or everything that is wrong with its form, one sentence each. */
export type ReadCase = { readonly file: CaseFile } | { readonly faults: readonly string[] };

/** Reads the text of a case. */
export function readCase(text: string, name: string, language: Language): ReadCase {
  const say = messagesIn(decideMessages, language);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { faults: [say('fault.not_json', { file: name, detail: error instanceof Error ? error.message : '' })] };
  }
  const { success, data, error } = caseSchema.safeParse(json, { reportInput: true });
  if (!success) return { faults: error.issues.map((issue) => issueText(issue, language)) };
  if (!data.rulebook && !data.preset) return { faults: [say('fault.rules_missing')] };
  if (data.rulebook && data.preset) return { faults: [say('fault.rules_twice')] };
  return { file: data };
}

function issueText(issue: z.core.$ZodIssue, language: Language): string {
  const say = messagesIn(decideMessages, language);
  const place = issue.path.length > 0 ? issue.path.map(String).join('.') : 'JSON';
  const names = (all: readonly unknown[]): string => formats(language).list(all.map(String));
  if (issue.code === 'unrecognized_keys') return say('fault.schema.unknown', { place, names: names(issue.keys) });
  if (issue.input === undefined) return say('fault.schema.missing', { place });
  if (issue.code === 'invalid_value') return say('fault.schema.choice', { place, names: names(issue.values) });
  return say('fault.schema', { place, detail: issue.message });
}
