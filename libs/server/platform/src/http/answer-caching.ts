import { type RequestHandler } from 'express';
import { apiPrefix } from './handles.js';

/**
 * Nobody keeps an answer of the API unless its handler says otherwise: what a member reads depends on her session and on the moment, and
 * a shared machine or a proxy would show it to the next person.
 */
export const keepNoAnswers: RequestHandler = ({ originalUrl }, response, next) => {
  if (originalUrl.startsWith(`${apiPrefix}/`)) response.setHeader('Cache-Control', 'no-store');
  next();
};
