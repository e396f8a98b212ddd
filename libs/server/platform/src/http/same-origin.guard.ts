import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type Request } from 'express';
import { PlatformRefusal } from '../acts/problems.js';
import { Origins } from './origins.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site could make a browser send (ASVS 3.5.1): every unsafe request must name this site as its
 * `Origin` and be `application/json`, which no form can send. There are no exceptions.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly origins: Origins) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const { method, headers } = context.switchToHttp().getRequest<Request>();
    if (safe.has(method)) return true;
    if (!this.origins.allows(headers.origin, headers.host)) throw new PlatformRefusal('foreign_origin');
    if (!/^application\/json(\s*;|$)/i.test(headers['content-type'] ?? '')) throw new PlatformRefusal('json_required');
    return true;
  }
}
