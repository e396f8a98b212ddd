import { actNames } from '@tavolo/contracts';
import { type DataSource } from 'typeorm';
import { routesOf, socketEventsOf, type BuiltApplication, type RouteFound, type SocketEventFound } from './handlers.js';

/**
 * Routes and socket events that break the rule "each names its act, or what it reads"; empty when all keep it. Written as
 * sentences, for a test to print.
 */
export function undeclared(application: BuiltApplication): string[] {
  return [
    ...routesOf(application).flatMap((route) => faultsOf(route, `${route.method} ${route.path}`)),
    ...socketEventsOf(application).flatMap((event) => faultsOf(event, `${event.namespace} ${event.event}`)),
  ];
}

/** One line for each route and event: `POST /api/v1/session performs session.opened [public]`. Keep it as a snapshot: a new door shows. */
export function doors(application: BuiltApplication): string[] {
  return [
    ...routesOf(application).map((route) => `${route.method} ${route.path} ${does(route)}`),
    ...socketEventsOf(application).map((event) => `SOCKET ${event.namespace} ${event.event} ${does(event)}`),
  ];
}

/** What a caller of some role gets at a route: the status that it answers with. */
export type Knock<Role extends string> = (role: Role, route: RouteFound) => Promise<number>;

/**
 * The matrix of routes and roles, one line a route: `GET /api/v1/tables | visitor 200 | secretary 200`. `knock` makes the
 * request. Keep it as a snapshot: a right that appears or goes away shows.
 */
export async function rightsMatrix<Role extends string>(
  application: BuiltApplication,
  roles: readonly Role[],
  knock: Knock<Role>,
): Promise<string[]> {
  const lines: string[] = [];
  for (const route of routesOf(application)) {
    const cells: string[] = [];
    for (const role of roles) cells.push(`${role} ${await knock(role, route)}`);
    lines.push([`${route.method} ${route.path}`, ...cells].join(' | '));
  }
  return lines;
}

/**
 * Tables of the schema `public` that can be changed without an audit entry, apart from `allowed`: those that govern
 * nothing (mails, outcomes, documents with a log of their own).
 */
export async function tablesWithoutGuard(dataSource: DataSource, allowed: readonly string[]): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all ($1::text[])
       and not exists (
         select from pg_trigger
         where tgrelid = pg_class.oid and tgname = 'must_audit' and tgenabled in ('O', 'A')
           and tgfoid = 'audit.require_entry'::regproc)
     order by relname`,
    [[...allowed]],
  );
  return rows.map(({ name }) => name);
}

/** Tables of the platform that govern nothing, for the list of `tablesWithoutGuard`. */
export const ungovernedPlatformTables = ['installation', 'migration', 'platform_act_outcome', 'platform_mail'] as const;

type Found = Pick<RouteFound | SocketEventFound, 'declares' | 'handler'>;

function faultsOf({ declares, handler }: Found, door: string): string[] {
  const { performs, reads } = declares;
  if (performs === undefined && reads === undefined)
    return [`${door} (${handler}) declares neither an act nor what it reads`];
  if (performs !== undefined && reads !== undefined)
    return [`${door} (${handler}) declares both an act and what it reads`];
  const known =
    performs === undefined || performs === 'named_in_path' || (actNames as readonly string[]).includes(performs);
  return known ? [] : [`${door} (${handler}) names the unknown act ${performs}`];
}

function does({ declares }: Found): string {
  const { performs, reads } = declares;
  const what = performs === undefined ? `reads ${reads ?? 'nothing declared'}` : `performs ${performs}`;
  return `${what}${declares.public === true ? ' [public]' : ''}`;
}
