import { QueryFailedError } from 'typeorm';

/** Somebody who waited before us is about to write this stream. */
export class StreamTaken extends Error {
  constructor(stream: string) {
    super(`${stream} is being written by somebody else`);
    this.name = 'StreamTaken';
  }
}

/** Constraints whose violation means that another writer came first, not that the request is wrong. */
const raceConstraints = new Set([
  'entry_space_id_stream_sv_key',
  'subject_key_space_id_subject_id_key',
  'platform_act_outcome_pkey',
]);

/** True when running the act again, on a fresh view of the data, is the right answer to `error`. */
export function isConflict(error: unknown): boolean {
  if (error instanceof StreamTaken) return true;
  if (!(error instanceof QueryFailedError)) return false;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  if (code === '40001' || code === '40P01') return true;
  return code === '23505' && constraint !== undefined && raceConstraints.has(constraint);
}
