import { Injectable } from '@nestjs/common';
import { RateLimiter, type RateRule } from '@tavolo/server-platform';
import { tokenHash } from '../tokens.js';

const minutes = 60;

/** What is limited here: how many attempts at once, and how long until all of them are there again. */
const rules = {
  signInFromAddress: { capacity: 60, refillSeconds: 15 * minutes },
  signInToAccount: { capacity: 10, refillSeconds: 15 * minutes },
  demoSessionFromAddress: { capacity: 600, refillSeconds: 15 * minutes },
  passwordChange: { capacity: 10, refillSeconds: 15 * minutes },
  resetFromAddress: { capacity: 20, refillSeconds: 60 * minutes },
  resetOfAccount: { capacity: 4, refillSeconds: 60 * minutes },
  linkFromAddress: { capacity: 60, refillSeconds: 15 * minutes },
  setUpFromAddress: { capacity: 10, refillSeconds: 15 * minutes },
  invitationsByPerson: { capacity: 200, refillSeconds: 60 * minutes },
} as const satisfies Readonly<Record<string, RateRule>>;

export type Limit = keyof typeof rules;

/** The limits on ways into the installation: per address and per account, known or not. */
@Injectable()
export class Limits {
  constructor(private readonly limiter: RateLimiter) {}

  /** Counts an attempt. Throws `TooManyRequests`, which says when to try again. */
  spend(limit: Limit, subject: string): Promise<void> {
    return this.limiter.take(bucket(limit, subject), rules[limit]);
  }

  /** Forgets earlier attempts: she has shown that she may. */
  forgive(limit: Limit, subject: string): Promise<void> {
    return this.limiter.forgive(bucket(limit, subject));
  }
}

/** Buckets bear hashes: addresses of people have no place in a list of buckets. */
const bucket = (limit: Limit, subject: string): string => `${limit}:${tokenHash(subject).toString('base64url')}`;
