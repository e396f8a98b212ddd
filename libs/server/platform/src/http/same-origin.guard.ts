import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { PlatformRefusal } from '../acts/problems.js';
import { declarationOf } from './declarations.js';
import { Origins } from './origins.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site could make a browser send (ASVS 3.5.1): every unsafe request must name this site as its
 * `Origin` and be `application/json`, which no form can send. There are no exceptions. Where a GET performs an act, HEAD is refused,
 * which nobody sends to have something done, and so is a GET that the browser says another site has caused.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly origins: Origins) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const { method, headers } = context.switchToHttp().getRequest<Request>();
    if (safe.has(method)) {
      if (declarationOf(context.getHandler()).performs !== undefined) refuseUnasked(context);
      return true;
    }
    if (!this.origins.allows(headers.origin, headers.host)) throw new PlatformRefusal('foreign_origin');
    if (!/^application\/json(\s*;|$)/i.test(headers['content-type'] ?? '')) throw new PlatformRefusal('json_required');
    return true;
  }
}

/** Refuses to perform an act by a safe method that somebody at this site has not asked for. */
function refuseUnasked(context: ExecutionContext): void {
  const { method, headers } = context.switchToHttp().getRequest<Request>();
  if (method !== 'GET') {
    context.switchToHttp().getResponse<Response>().setHeader('Allow', 'GET');
    throw new PlatformRefusal('method_not_allowed');
  }
  if (headers['sec-fetch-site'] === 'cross-site') throw new PlatformRefusal('foreign_origin');
}
