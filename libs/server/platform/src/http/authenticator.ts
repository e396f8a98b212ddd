import { type Who } from '../acts/who.js';

/** Tells who sends a request or opens a socket. Implemented by the identity context and provided globally. */
export abstract class Authenticator {
  /**
   * Who the `Cookie` header stands for; `visitor` when there is no session, or it has ended. Never throws for a bad cookie.
   * Called for each request, for each new socket, and again each minute for open sockets.
   */
  abstract authenticate(cookieHeader: string | undefined): Promise<Who>;
}
