import {
  blockReasons,
  callInGrounds,
  expenseTypes,
  mandateStates,
  modes,
  sectors,
  tableRoles,
} from '@tavolo/governance';
import { isInstant, type Language } from '@tavolo/kernel';
import { formats } from './formats.js';
import { messagesIn } from './messages-in.js';
import { modeMessages } from './messages/mode-messages.js';
import { stageMessages } from './messages/stage-messages.js';
import { tableMessages } from './messages/table-messages.js';

/** Names for the ids of one table's seats and subjects. */
export interface Names {
  /** `Third sector, seat 3`, by the seat's id. */
  readonly seat: (seat: string) => string;
  /** Who signs for itself: an organisation by name, a seat without one by its label. */
  readonly subject: (subject: string) => string;
}

/** What turns ids into words a reader knows; every part may be missing. */
export interface Naming {
  readonly language: Language;
  readonly zone?: string | undefined;
  readonly directory?: Names | undefined;
  /** `5` for the id of the fifth clause. */
  readonly clause?: ((id: string) => string | number | undefined) | undefined;
}

type Value = unknown;

const localDate = /^\d{4}-\d{2}-\d{2}$/;
const seatKeys = new Set(['seat', 'seats', 'silent', 'supporters']);
/** Who signs charters: organisations, and seats without one. */
const subjectKeys = new Set(['subject', 'subjects', 'holder']);
/** Amounts of money, in cents. */
const moneyKeys = new Set(['amount', 'left', 'budget', 'perDecision', 'spent']);
const clauseKeys = new Set(['clause', 'clauses']);

/** Whole cents as euro, exact: `800001` is `8000.01`. */
export const euros = (cents: number): string => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/**
 * Values of refusals, explanations and expectations as a reader reads them: sectors, roles, stages and modes by name, moments as local
 * dates, ids as people and clauses, lists as lists. Anything else stays as it is.
 */
export function valuesInWords(
  values: Readonly<Record<string, Value>>,
  naming: Naming,
): Record<string, string | number> {
  const write = formats(naming.language, naming.zone);
  return Object.fromEntries(
    Object.entries(values).map(([key, value]): [string, string | number] => {
      if (typeof value === 'number') return [key, moneyKeys.has(key) ? write.money(euros(value)) : value];
      const several: readonly unknown[] = Array.isArray(value) ? value : [value];
      return [key, write.list(several.map((one) => inWords(key, String(one), naming)))];
    }),
  );
}

function inWords(key: string, value: string, naming: Naming): string {
  const { language, zone, directory, clause } = naming;
  const table = messagesIn(tableMessages, language);
  const write = formats(language, zone);
  if (isInstant(value)) return write.dateTime(value);
  if (localDate.test(value)) return write.date(value);
  if (subjectKeys.has(key)) return directory?.subject(value) ?? value;
  if (seatKeys.has(key)) return directory?.seat(value) ?? value;
  if (clauseKeys.has(key)) return String(clause?.(value) ?? value.replace(/^c(?=\d+$)/, ''));
  if (key === 'stage') return stageName(value, language);
  if (key === 'mode' && isOneOf(modes, value)) return messagesIn(modeMessages, language)(`name.${value}`);
  if (key === 'reason' && isOneOf(blockReasons, value)) return table(`blockReason.${value}`);
  if (key === 'reason' && isOneOf(returnReasons, value)) return table(`returnReason.${value}`);
  if ((key === 'ground' || key === 'grounds') && isOneOf(callInGrounds, value)) return table(`ground.${value}`);
  if ((key === 'state' || key === 'reason') && isOneOf(mandateStates, value)) return table(`mandateState.${value}`);
  if (key.startsWith('expenseType') && isOneOf(expenseTypes, value)) return table(`expense.${value}`);
  if (isOneOf(sectors, value)) return table(`sector.${value}`);
  if (isOneOf(needs, value)) return table(`role.${value}`);
  if (key === 'whom' && directory) return directory.subject(value);
  if (key === 'leaning' && isOneOf(leanings, value)) return table(`leaning.${value}`);
  return value;
}

const needs = [...tableRoles, 'seat', 'votingSeat', 'assessingSeat', 'sponsor', 'decidingAuthority', 'party'] as const;
const returnReasons = ['rejected', 'recusals'] as const;
const leanings = ['supportive', 'contrary', 'split'] as const;

const isOneOf = <const One extends string>(all: readonly One[], value: string): value is One =>
  all.includes(value as One);

/** A stage by name; a stage that this version does not know reads as it is. */
export function stageName(stage: string, language: Language): string {
  const key = `name.${stage}`;
  return key in stageMessages.messages.en ? messagesIn(stageMessages, language)(key as 'name.draft') : stage;
}
