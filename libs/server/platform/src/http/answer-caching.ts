import { type RequestHandler } from 'express';

/**
 * Nobody keeps an answer unless whoever gives it says otherwise: what a member reads depends on her session and on the moment, and a
 * shared machine or a proxy would show it to the next person. It holds for every path, for paths are written in many ways.
 */
export const keepNoAnswers: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
