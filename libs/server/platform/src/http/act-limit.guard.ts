import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ClientAddresses } from './client-addresses.js';
import { type KnownRequest } from './current-who.js';
import { declarationOf } from './declarations.js';
import { RateLimiter, type RateRule } from './rate-limiter.js';

/** Far above what a hand can do; a page that acts by itself is stopped. */
const bySession: RateRule = { capacity: 300, refillSeconds: 60 };
/** People who are not signed in yet: all of a town hall may come in at once. */
const byAddress: RateRule = { capacity: 600, refillSeconds: 60, ofAddress: true };

/** Limits how many acts one session, or the visitors from one address, perform by request; and finds out the address. */
@Injectable()
export class ActLimitGuard implements CanActivate {
  constructor(
    private readonly addresses: ClientAddresses,
    private readonly limiter: RateLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // sockets perform no acts
    const request = context.switchToHttp().getRequest<KnownRequest>();
    request.address = this.addresses.of(request);
    if (declarationOf(context.getHandler()).performs === undefined) return true;
    const { who } = request;
    if (who?.kind === 'person') await this.limiter.take(`acts:${who.session}`, bySession);
    else await this.limiter.take(`acts:${request.address}`, byAddress);
    return true;
  }
}
