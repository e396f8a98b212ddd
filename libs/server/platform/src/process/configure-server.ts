import type { NestExpressApplication } from '@nestjs/platform-express';
import { keepNoAnswers } from '../http/answer-caching.js';
import { ClientAddresses } from '../http/client-addresses.js';
import { DocumentationInfo } from '../http/documentation/documentation.controller.js';
import { Origins } from '../http/origins.js';
import { noticeProxy } from '../http/proxy-notices.js';
import { readablePaths } from '../http/readable-paths.js';
import { refuseRepeatedNames } from '../http/repeated-names.js';
import { securityHeaders } from '../http/security-headers.js';
import { SocketDoor } from '../live/socket-door.js';
import { SocketAdapter, type SocketParser } from './socket-adapter.js';

/** The largest request body that is read, in bytes. */
const largestBody = 300_000;

/** A value of its own, for Nest keeps `verify` out of the options' type for its raw bodies, which nobody asks for here. */
const bodyReading = { limit: largestBody, verify: refuseRepeatedNames };

/**
 * Makes an application with the platform the server that people reach: it reads JSON alone, plain queries, and speaks over sockets with
 * pages of this installation alone. The application is made with `bodyParser: false`. No proxy is believed by Express itself: see
 * `ClientAddresses`.
 */
export function configureServer(app: NestExpressApplication, parser: SocketParser): void {
  const { publicUrl } = app.get(DocumentationInfo);
  // Before anything of Nest, so that they hold for whatever is refused there: its routing decodes the path, its parser reads the body.
  app.use(securityHeaders(publicUrl), keepNoAnswers, noticeProxy(app.get(ClientAddresses), publicUrl), readablePaths);
  app.useBodyParser('json', bodyReading);
  app.set('query parser', 'simple');
  app.useWebSocketAdapter(new SocketAdapter(app, app.get(Origins), parser, app.get(SocketDoor)));
}
