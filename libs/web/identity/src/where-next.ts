/** Where to go after signing in: the page that asked for it, if it is a page of this site, else the tables. */
export function whereNext(next: string | null): string {
  if (!next?.startsWith('/') || next.startsWith('//') || next.startsWith('/\\')) return '/';
  return next;
}
