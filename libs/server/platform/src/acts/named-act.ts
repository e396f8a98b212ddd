import { NotFound } from './problems.js';

/** The act that an address names, where it is one of those that have a body in `bodies`. Throws `NotFound` for any other. */
export function namedAct<Name extends string>(bodies: Readonly<Record<Name, unknown>>, name: string): Name {
  if (!Object.hasOwn(bodies, name)) throw new NotFound('act');
  return name as Name;
}
