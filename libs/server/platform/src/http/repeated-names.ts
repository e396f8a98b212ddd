import { BadRequestException } from '@nestjs/common';

/**
 * Strings, brackets, and what stands between them, as far as JSON goes; anything else is for the parser to refuse. A string that never
 * ends is taken whole: looking for its end again from each quotation mark in it would take time with the square of its length.
 */
const tokens = /"(?:[^"\\]|\\.)*"?|[{}[\],:]/gs;

/**
 * Whether some object in a JSON text gives one name twice, however it is escaped. Readers of such a text disagree about what it says
 * (RFC 8259 section 4), so that somebody who looks at a request on its way could see another act than the one that is recorded.
 * Answers for texts that are JSON; of others it says anything, and never throws.
 */
export function repeatsName(text: string): boolean {
  // `null` is an array, in which nothing has a name.
  const open: (Set<string> | null)[] = [];
  let last: string | null = null;
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':' && last !== null) {
      const names = open.at(-1);
      if (names?.has(last) === true) return true;
      names?.add(last);
    }
    last = token.startsWith('"') ? unescaped(token) : null;
  }
  return false;
}

/**
 * For the body parser, before it reads: refuses a body that gives a name twice, or is not UTF-8 (RFC 8259 section 8.1), as one that is
 * not valid JSON.
 */
export function refuseRepeatedNames(_request: unknown, _response: unknown, body: Buffer, encoding: string): void {
  if (encoding !== 'utf-8' || repeatsName(body.toString('utf8'))) throw new BadRequestException();
}

function unescaped(token: string): string {
  if (!token.includes('\\')) return token.slice(1, -1);
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}
