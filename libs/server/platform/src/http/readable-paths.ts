import { type RequestHandler } from 'express';
import { NotFound } from '../acts/problems.js';

/** Behind an address that cannot be decoded there is nothing. */
export const readablePaths: RequestHandler = ({ originalUrl }, _response, next) => {
  const [path = ''] = originalUrl.split('?', 1);
  try {
    decodeURIComponent(path);
  } catch {
    throw new NotFound();
  }
  next();
};
