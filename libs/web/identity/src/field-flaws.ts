/** What a field asks for. */
export type FieldKind = 'name' | 'email' | 'code' | 'password' | 'newPassword' | 'seat' | 'basis' | 'reason' | 'repeat';

/** Fields by their name in the request, and what each asks for. */
export type FieldKinds<Field extends string> = Readonly<Record<Field, FieldKind>>;

/** The least length of a password that is chosen, as the contract says (ASVS 6.2.1). */
export const passwordLength = 12;

const isRight: Readonly<Record<FieldKind, (value: string) => boolean>> = {
  name: (value) => value.trim() !== '',
  // As much as can be said without asking the server: something before the sign, and a domain with a dot.
  email: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()),
  code: (value) => value.trim().length >= 6,
  password: (value) => value !== '',
  newPassword: (value) => value.length >= passwordLength,
  seat: (value) => value !== '',
  basis: (value) => value !== '',
  reason: (value) => value.trim() !== '',
  repeat: (value) => value !== '',
};

/** The fields that are not filled in as they should be. */
export const flawed = <Field extends string>(
  kinds: FieldKinds<Field>,
  values: Readonly<Record<Field, string>>,
): ReadonlySet<Field> => new Set(namesOf(kinds).filter((field) => !isRight[kinds[field]](values[field])));

/**
 * The field that a refusal is about, and what it says of it: `shape` when the server does not accept what is written there, otherwise the
 * code of the refusal.
 */
export interface RefusedField<Field extends string> {
  readonly field: Field;
  readonly because: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What the server says of single fields (RFC 9457, `issues`); `codes` names the refusals that are about one field. */
export function refusedFields<Field extends string>(
  error: unknown,
  kinds: FieldKinds<Field>,
  codes: Readonly<Partial<Record<string, Field>>>,
): readonly RefusedField<Field>[] {
  const problem = isRecord(error) && isRecord(error.problem) ? error.problem : null;
  if (!problem || typeof problem.code !== 'string') return [];
  const field = codes[problem.code];
  if (field !== undefined) return [{ field, because: problem.code }];
  const issues: readonly unknown[] = Array.isArray(problem.issues) ? problem.issues : [];
  const paths = new Set(issues.map((issue) => (isRecord(issue) ? issue.path : null)));
  return namesOf(kinds)
    .filter((name) => paths.has(`body.${name}`))
    .map((name) => ({ field: name, because: 'shape' }));
}

const namesOf = <Field extends string>(kinds: FieldKinds<Field>): readonly Field[] => Object.keys(kinds) as Field[];
