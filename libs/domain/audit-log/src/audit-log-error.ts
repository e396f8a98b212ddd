/**
 * Why material of a log is refused. `malformed`: it cannot be read as what it should be (verdict 2).
 * `wrong`: it is readable, but false, inconsistent or not signed by who must sign it (verdict 1).
 */
export class AuditLogError extends Error {
  constructor(
    readonly kind: 'malformed' | 'wrong',
    reason: string,
  ) {
    super(reason);
    this.name = 'AuditLogError';
  }
}

/** The refusal of something that cannot be read. */
export const malformed = (reason: string): AuditLogError => new AuditLogError('malformed', reason);

/** The refusal of something readable that is false. */
export const wrong = (reason: string): AuditLogError => new AuditLogError('wrong', reason);
