import { DomainRefusal } from '@tavolo/server-platform';
import { QueryFailedError } from 'typeorm';

/**
 * Awaits a write and turns the violation of a unique index into a refusal (409) with `code`: somebody took the same place at
 * the same moment. A check beforehand is for better words only; this is what decides.
 */
export async function takenAs<Written>(code: string, write: Promise<Written>): Promise<Written> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505') {
      throw new DomainRefusal({ code }, { status: 409 });
    }
    throw error;
  }
}
