import { canonicalJson, parseCanonicalJson, parseStrictJson } from '@tavolo/kernel';
import { differs, refusalDiffers, type VectorCase } from '../vector-case.js';

interface JcsVector {
  readonly cases?: readonly { name: string; input: string; output_hex: string }[];
  readonly numbers?: readonly { ieee754: string; text: string }[];
  readonly reject?: readonly { name: string; input_hex: string }[];
  readonly not_canonical?: readonly { name: string; input_hex: string }[];
}

const FINITE = { numbers: 'finite' } as const;
const fromHex = (text: string) => Buffer.from(text, 'hex').toString('utf8');

/** Canonical JSON: values and numbers to text, and what must be refused. */
export function jcsCases({ cases = [], numbers = [], reject = [], not_canonical = [] }: JcsVector): VectorCase[] {
  return [
    ...cases.map(({ name, input, output_hex }) => ({
      name,
      check: () => {
        const text = canonicalJson(parseStrictJson(input), FINITE);
        return differs(Buffer.from(text).toString('hex'), output_hex) ?? differs(canonicalAgain(text), text);
      },
    })),
    ...numbers.map(({ ieee754, text }) => ({
      name: `number ${ieee754}`,
      check: () => differs(canonicalJson(Buffer.from(ieee754, 'hex').readDoubleBE(), FINITE), text),
    })),
    ...reject.map(({ name, input_hex }) => ({
      name: `refuses ${name}`,
      check: () => refusalDiffers(() => parseStrictJson(fromHex(input_hex)), true),
    })),
    ...not_canonical.map(({ name, input_hex }) => ({
      name: `not canonical: ${name}`,
      check: () => {
        const input = fromHex(input_hex);
        parseStrictJson(input);
        return refusalDiffers(() => parseCanonicalJson(input, FINITE), true);
      },
    })),
  ];
}

const canonicalAgain = (text: string) => canonicalJson(parseCanonicalJson(text, FINITE), FINITE);
