import { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { type ClientFile, type ClientFiles } from './client-files.js';

/** What never belongs to the client: unknown addresses below these are answered as problems. */
const ofTheServer = ['/api', '/health', '/metrics', '/.well-known', '/socket.io'];

/**
 * Serves the built client: its files by name, and its page for every other address that a person opens in a browser
 * (`Accept: text/html`). The page is never cached without asking; files with a hash in their name are kept for ever.
 */
export function serveClient(files: ClientFiles): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const file = fileFor(files, request);
    if (!file) {
      next();
      return;
    }
    file.then((found) => send(found, request, response)).catch(next);
  };
}

function fileFor(files: ClientFiles, { method, originalUrl, headers }: Request): Promise<ClientFile> | undefined {
  // `path` is relative to where Nest mounts the middleware.
  const [path = '/'] = originalUrl.split('?', 1);
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (ofTheServer.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))) return undefined;
  const isNavigation = path === '/' || (headers.accept ?? '').includes('text/html');
  return files.file(path) ?? (isNavigation ? files.file('/index.html') : undefined);
}

function send(file: ClientFile, request: Request, response: Response): void {
  response.setHeader('Content-Type', file.type);
  response.setHeader('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('ETag', file.etag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === file.etag) {
    response.status(304).end();
    return;
  }
  const [encoding, body] = encoded(file, request);
  if (encoding !== null) response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

function encoded(file: ClientFile, request: Request): [string | null, Buffer] {
  if (file.brotli && request.acceptsEncodings('br') === 'br') return ['br', file.brotli];
  if (file.gzip && request.acceptsEncodings('gzip') === 'gzip') return ['gzip', file.gzip];
  return [null, file.plain];
}
