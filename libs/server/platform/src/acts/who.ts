/** Who asks for something: a person with a session, somebody without one, or the system itself. */
export type Who =
  | { readonly kind: 'person'; readonly person: string; readonly session: string }
  | { readonly kind: 'visitor' }
  | { readonly kind: 'system' };

export const visitor: Who = { kind: 'visitor' };
export const system: Who = { kind: 'system' };

/** Whose idempotency keys these are. Keys of one person mean nothing to another. */
export function keyOwner(who: Who): string {
  return who.kind === 'person' ? `person:${who.person}` : who.kind;
}
