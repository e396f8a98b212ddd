import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { SessionRequired } from '../acts/problems.js';
import { Authenticator } from './authenticator.js';
import { type KnownRequest } from './current-who.js';
import { declarationOf } from './declarations.js';

/** Finds out who asks, once for each request, and lets visitors only to handlers that are declared public. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly authenticator: Authenticator) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // sockets are authenticated in their handshake
    const request = context.switchToHttp().getRequest<KnownRequest>();
    request.who = await this.authenticator.authenticate(request.headers.cookie);
    if (request.who.kind === 'visitor' && declarationOf(context.getHandler()).public !== true)
      throw new SessionRequired();
    return true;
  }
}
