import { decisionBases, type Rulebook } from './rulebook.js';
import { seatRights, sectors } from './seat.js';

/**
 * How a parameter of a rulebook is asked for: `days` and `number` are whole; `fraction` is `n/d`; `sectors` is a list; `group` is a part of
 * the rules that may be left out, with the parameters below it.
 */
export type ParameterKind = 'days' | 'number' | 'fraction' | 'yesNo' | 'choice' | 'sectors' | 'group';

/** One value of a rulebook that can be changed by itself. */
export interface RulebookParameter {
  /** Where it stands, `quorum.overall.fraction`. */
  readonly path: string;
  readonly kind: ParameterKind;
  readonly choices?: readonly string[];
  /** Of a group: what it is when it is put in, and whether leaving it out is `null` or nothing. */
  readonly group?: { readonly start: object | number; readonly leftOut: null | undefined };
}

const parameter =
  (kind: ParameterKind) =>
  (path: string): RulebookParameter => ({ path, kind });
const days = parameter('days');
const count = parameter('number');
const fraction = parameter('fraction');
const yesNo = parameter('yesNo');
const choice = (path: string, choices: readonly string[]): RulebookParameter => ({ path, kind: 'choice', choices });
const several = (path: string): RulebookParameter => ({ path, kind: 'sectors', choices: sectors });
const group = (path: string, start: object | number, leftOut: null | undefined): RulebookParameter => ({
  path,
  kind: 'group',
  group: { start, leftOut },
});

const share = (path: string): readonly RulebookParameter[] => [fraction(`${path}.fraction`), yesNo(`${path}.strict`)];
const leastThird = { fraction: '1/3', strict: false };
const secondCall = [
  group('quorum.secondCall', { afterDays: 1, overall: leastThird, perSectorMin: 1 }, undefined),
  days('quorum.secondCall.afterDays'),
  ...share('quorum.secondCall.overall'),
];

const settings: Readonly<Record<Rulebook['mode'], readonly RulebookParameter[]>> = {
  planning: [
    several('parties'),
    days('negotiationDays'),
    days('ratificationDays'),
    choice('decision.first', ['consent', 'ballot']),
    count('maxConsentRounds'),
    choice('decision.base', decisionBases),
    ...share('decision.threshold'),
    several('decision.concurrence'),
    ...share('quorum.overall'),
    group('quorum.perSector', { fraction: '1/3', min: 1 }, undefined),
    fraction('quorum.perSector.fraction'),
    count('quorum.perSector.min'),
    ...secondCall,
    count('quorum.secondCall.perSectorMin'),
    choice('quorum.emptySector', ['block', 'waive']),
    group('hold', { need: '2/3', days: 15, perProposal: 1 }, null),
    fraction('hold.need'),
    days('hold.days'),
    count('hold.perProposal'),
    count('maxReferBack'),
    days('mediationDays'),
    days('ratifyingOrgan.days'),
  ],
  consultation: [
    days('windowDaysMin'),
    days('urgentWindowDaysMin'),
    count('extension.times'),
    days('extension.days'),
    fraction('extension.belowSeats'),
    yesNo('extension.ifSectorSilent'),
    days('replyDays'),
    days('lapseDays'),
    count('deviationStatementMinChars'),
  ],
  auto_regulation: [
    days('signingDays'),
    count('signingExtensions'),
    yesNo('reservations'),
    count('entry.minSignatories'),
    count('entry.minSectors'),
    days('withdrawalNoticeDays'),
    days('atRiskDays'),
    group('reviewEveryMonths', 12, null),
    count('reviewEveryMonths'),
  ],
  // Holders are no parties here, so nothing is asked of each sector.
  auto_administration: [
    choice('ordinary.base', decisionBases),
    ...share('ordinary.threshold'),
    choice('spending.base', decisionBases),
    ...share('spending.threshold'),
    ...share('quorum.overall'),
    group('quorum.minOrganisations', 2, undefined),
    count('quorum.minOrganisations'),
    ...secondCall,
    days('standstillDays'),
  ],
};

/** What a rulebook does not use as it is: changing it would change nothing, and no sentence says it. */
function isIdle(rulebook: Rulebook, path: string): boolean {
  if (path === 'quorum.overall.strict' && /^0+\//u.test(String(valueAt(rulebook, 'quorum.overall.fraction'))))
    return true;
  switch (rulebook.mode) {
    case 'planning':
      return (
        (path === 'ratificationDays' && rulebook.negotiatingMandate === true) ||
        (path === 'maxConsentRounds' && rulebook.decision.first === 'ballot')
      );
    case 'consultation':
      return path.startsWith('extension.') && path !== 'extension.times' && rulebook.extension.times === 0;
    case 'auto_administration':
      return 'values' in rulebook && path !== 'market';
    case 'auto_regulation':
      return false;
  }
}

/** The parameters of a rulebook as it is, in reading order: those of a part that is left out, or not used, are left out. Provisions are lists of their own. */
export function parametersOf(rulebook: Rulebook): readonly RulebookParameter[] {
  const further = [
    choice('market', seatRights),
    ...Object.keys(rulebook.shares ?? {}).map((sector) => fraction(`shares.${sector}`)),
    ...(rulebook.conditions?.conditions ?? []).flatMap((condition, index) =>
      condition.type === 'ratio' || condition.type === 'count'
        ? [
            {
              path: `conditions.conditions.${index}.value`,
              kind: condition.type === 'ratio' ? 'fraction' : 'number',
            } as const,
          ]
        : [],
    ),
  ];
  return [...settings[rulebook.mode], ...further].filter(
    ({ path, kind }) =>
      !isIdle(rulebook, path) && (kind === 'group' || (valueAt(rulebook, path) ?? undefined) !== undefined),
  );
}

/** What stands at a path of a rulebook; `undefined` where there is nothing. */
export const valueAt = (rulebook: Rulebook, path: string): unknown =>
  path.split('.').reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), rulebook);

/** The same rulebook with another value at a path; `undefined` takes out what stands there. Nothing is checked: the schema does that. */
export const withValueAt = (rulebook: Rulebook, path: string, value: unknown): Rulebook =>
  // A path of a rulebook leads to a part of a rulebook.
  replaced(rulebook, path.split('.'), value) as Rulebook;

function replaced(part: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(part)) {
    return part.map((one: unknown, index) => (String(index) === name ? replaced(one, rest, value) : one));
  }
  const own = isObject(part) ? part : {};
  const next = replaced(own[name], rest, value);
  return next === undefined
    ? Object.fromEntries(Object.entries(own).filter(([other]) => other !== name))
    : { ...own, [name]: next };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
