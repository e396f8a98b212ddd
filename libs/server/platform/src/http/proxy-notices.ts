import { Logger } from '@nestjs/common';
import { type RequestHandler } from 'express';
import { type ClientAddresses } from './client-addresses.js';

/**
 * Tells the operator, once each, what does not fit together between a proxy and the settings. Nothing follows from these headers: cookies
 * and links go by `PUBLIC_URL` alone.
 */
export function noticeProxy(
  addresses: ClientAddresses,
  publicUrl: string,
  log: Pick<Logger, 'warn'> = new Logger('Proxy'),
): RequestHandler {
  const scheme = new URL(publicUrl).protocol.slice(0, -1);
  const told = new Set<string>();
  const once = (sentence: string): void => {
    if (told.has(sentence)) return;
    told.add(sentence);
    log.warn(sentence);
  };
  return (request, _response, next) => {
    const { 'x-forwarded-for': forwarded, 'x-forwarded-proto': proto } = request.headers;
    if (!addresses.isProxy(request)) {
      if (forwarded !== undefined) {
        once(
          'A request says that it came through a proxy, and TRUSTED_PROXIES does not name one there: limits count everybody behind it as one.',
        );
      }
    } else if (proto !== undefined && String(proto).split(',')[0]?.trim() !== scheme) {
      once(`The proxy in front is not asked over ${scheme}, as PUBLIC_URL says: people may be unable to sign in.`);
    }
    next();
  };
}
