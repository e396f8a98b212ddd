/** What is wrong in a JSON text, and at which UTF-16 offset. */
export interface JsonFault {
  readonly reason: string;
  readonly offset: number;
}

class Fault extends Error {
  constructor(
    readonly reason: string,
    readonly offset: number,
  ) {
    super(reason);
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SPACE = /[ \t\n\r]*/y;
const WORD = /true|false|null/y;

/**
 * The first fault of a JSON text (RFC 8259, with the demands of RFC 7493: no duplicate member, no lone surrogate, no
 * number beyond a double), or nothing. `maximumDepth` bounds the nesting of arrays and objects.
 */
export function findJsonFault(text: string, maximumDepth: number): JsonFault | undefined {
  const reader = new Reader(text, maximumDepth);
  try {
    reader.whole();
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return { reason: error.reason, offset: error.offset };
    throw error;
  }
}

class Reader {
  private offset = 0;

  constructor(
    private readonly text: string,
    private readonly maximumDepth: number,
  ) {}

  whole(): void {
    this.value(0);
    if (this.offset < this.text.length) throw new Fault('text after the JSON value', this.offset);
  }

  private value(depth: number): void {
    this.take(SPACE);
    const first = this.text[this.offset];
    if (first === '{') this.container(depth, '}', () => this.member(depth));
    else if (first === '[') this.container(depth, ']', () => this.value(depth + 1));
    else if (first === '"') this.string();
    else if (!this.take(WORD)) this.number();
    this.take(SPACE);
  }

  private container(depth: number, end: string, item: () => void): void {
    if (depth >= this.maximumDepth) throw new Fault(`nesting over ${this.maximumDepth}`, this.offset);
    const outer = this.names;
    this.names = new Set();
    this.offset++;
    this.take(SPACE);
    if (this.text[this.offset] !== end) {
      item();
      while (this.text[this.offset] === ',') {
        this.offset++;
        item();
      }
    }
    this.expect(end);
    this.names = outer;
  }

  private names = new Set<string>();

  private member(depth: number): void {
    this.take(SPACE);
    const start = this.offset;
    const name = this.string();
    if (this.names.has(name)) throw new Fault(`duplicate member ${JSON.stringify(name)}`, start);
    this.names.add(name);
    this.take(SPACE);
    this.expect(':');
    this.value(depth + 1);
  }

  private string(): string {
    const start = this.offset;
    const token = this.take(STRING);
    if (!token) throw new Fault('a string was expected', start);
    const value = JSON.parse(token) as string;
    if (/\p{Surrogate}/u.test(value)) throw new Fault('a lone surrogate', start);
    return value;
  }

  private number(): void {
    const start = this.offset;
    const token = this.take(NUMBER);
    if (!token) throw new Fault('a JSON value was expected', start);
    if (!Number.isFinite(Number(token))) throw new Fault('a number beyond the range of doubles', start);
  }

  private expect(character: string): void {
    if (this.text[this.offset] !== character) throw new Fault(`${character} was expected`, this.offset);
    this.offset++;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.offset;
    const token = pattern.exec(this.text)?.[0] ?? '';
    this.offset += token.length;
    return token;
  }
}
