import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { RateLimiter, TooManyRequests, type RateRule } from '@tavolo/server-platform';
import { tokenHash } from '../tokens.js';

const minutes = 60;

/**
 * What is limited here: how many attempts at once, and how long until all of them are there again. What counts an address leaves room for
 * forty people behind it, who come in on the same evening and mistype.
 */
const rules = {
  signInFromAddress: { capacity: 300, refillSeconds: 15 * minutes, ofAddress: true },
  signInToAccountFromAddress: { capacity: 10, refillSeconds: 15 * minutes },
  demoSessionFromAddress: { capacity: 600, refillSeconds: 15 * minutes, ofAddress: true },
  passwordChange: { capacity: 10, refillSeconds: 15 * minutes },
  resetFromAddress: { capacity: 120, refillSeconds: 60 * minutes, ofAddress: true },
  resetOfAccountFromAddress: { capacity: 4, refillSeconds: 60 * minutes },
  resetOfAccount: { capacity: 8, refillSeconds: 60 * minutes },
  linkFromAddress: { capacity: 600, refillSeconds: 15 * minutes, ofAddress: true },
  acceptanceOfLink: { capacity: 10, refillSeconds: 15 * minutes },
  setUpFromAddress: { capacity: 10, refillSeconds: 15 * minutes },
  invitationsByPerson: { capacity: 200, refillSeconds: 60 * minutes },
} as const satisfies Readonly<Record<string, RateRule>>;

export type Limit = keyof typeof rules;

/** Attempts to sign in to one account, from wherever they come, before each has to wait. */
const signInToAccount: RateRule = { capacity: 30, refillSeconds: 60 * minutes };
const shortestWait = 250;
const longestWait = 8000;

/** How long an attempt waits of which so many before it are too many, in milliseconds: twice as long each time, up to eight seconds. */
export const waitAfter = (owed: number): number =>
  owed === 0 ? 0 : Math.min(longestWait, shortestWait * 2 ** (owed - 1));

/** Lets time go by. */
@Injectable()
export class Patience {
  async wait(millis: number): Promise<void> {
    if (millis > 0) await pause(millis, undefined, { ref: false });
  }
}

/**
 * The limits on ways into the installation. Nobody can be locked out by somebody else: what refuses an account counts the attempts on it
 * from one address; what counts those from everywhere only makes each of them wait. Accounts that do not exist are treated the same.
 */
@Injectable()
export class Limits {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly patience: Patience,
  ) {}

  /** Counts an attempt. Throws `TooManyRequests`, which says when to try again. */
  spend(limit: Limit, ...subject: readonly string[]): Promise<void> {
    return this.limiter.take(bucket(limit, subject), rules[limit]);
  }

  /** Counts an attempt like `spend`; tells whether there was one left, instead of throwing. */
  async allows(limit: Limit, ...subject: readonly string[]): Promise<boolean> {
    try {
      await this.spend(limit, ...subject);
      return true;
    } catch (error) {
      if (error instanceof TooManyRequests) return false;
      throw error;
    }
  }

  /** Forgets earlier attempts: she has shown that she may. */
  forgive(limit: Limit, ...subject: readonly string[]): Promise<void> {
    return this.limiter.forgive(bucket(limit, subject));
  }

  /** Counts an attempt to sign in to an account, from anywhere, and waits as long as it has to. */
  async waitForAccount(email: string): Promise<void> {
    const owed = await this.limiter.owe(bucket('signInToAccount', [email]), signInToAccount);
    await this.patience.wait(waitAfter(owed));
  }
}

/** Buckets bear hashes: addresses of people have no place in a list of buckets. */
const bucket = (limit: string, subject: readonly string[]): string =>
  `${limit}:${tokenHash(JSON.stringify(subject)).toString('base64url')}`;
