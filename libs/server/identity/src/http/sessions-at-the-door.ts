import { type SessionView } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { SessionCookie } from '@tavolo/server-platform';
import { type Request, type Response } from 'express';
import { deviceWords } from '../sessions/device-words.js';
import { absoluteLimit } from '../sessions/session-life.js';
import { type OpenedSession } from '../sessions/session-opening.js';
import { SessionViewReader } from './session-view.reader.js';

/** Hands session tokens to browsers and takes them back; nothing else ever sees one. */
@Injectable()
export class SessionsAtTheDoor {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly views: SessionViewReader,
  ) {}

  /** Sets the cookie and answers who is signed in now. */
  welcome(response: Response, { person, session, token }: OpenedSession): Promise<SessionView> {
    response.append('Set-Cookie', this.cookie.write(token, absoluteLimit / 1000));
    return this.views.view({ kind: 'person', person, session });
  }

  /** Makes the browser forget its token. */
  farewell(response: Response): void {
    response.append('Set-Cookie', this.cookie.clear());
  }
}

/** The device of a request, in words. */
export const deviceOf = (request: Request): string => deviceWords(request.headers['user-agent']);
