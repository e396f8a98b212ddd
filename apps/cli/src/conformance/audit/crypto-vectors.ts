import { canonicalJson } from '@tavolo/kernel';
import { disclosureDigest, ed25519PublicKey, parseDisclosure, signEd25519, verifyEd25519 } from '@tavolo/audit-log';
import { differs, type VectorCase } from '../vector-case.js';

interface Ed25519Vector {
  readonly cases: readonly {
    name: string;
    seed?: string;
    public: string;
    message: string;
    signature: string;
    valid: boolean;
  }[];
}

interface DisclosureVector {
  readonly cases: readonly { disclosure: string; digest: string; value: readonly unknown[] }[];
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const hex = (value: Uint8Array) => Buffer.from(value).toString('hex');

/** Ed25519: verification by RFC 8032, and signing where the seed is given. */
export function ed25519Cases({ cases }: Ed25519Vector): VectorCase[] {
  return cases.map(({ name, seed, public: publicKey, message, signature, valid }) => ({
    name,
    check: () => {
      const verified = verifyEd25519(bytes(signature), bytes(message), bytes(publicKey));
      const verdict = differs(String(verified), String(valid));
      if (verdict !== undefined || seed === undefined || !valid) return verdict;
      const signed = hex(signEd25519(bytes(message), bytes(seed)));
      return differs(hex(ed25519PublicKey(bytes(seed))), publicKey) ?? differs(signed, signature);
    },
  }));
}

/** Disclosures: the digest of the string as sent, and what it says. */
export function disclosureCases({ cases }: DisclosureVector): VectorCase[] {
  return cases.map(({ disclosure, digest, value }) => ({
    name: digest,
    check: () => {
      const difference = differs(disclosureDigest(disclosure), digest);
      if (difference !== undefined || value.length !== 3) return difference;
      const parsed = parseDisclosure(disclosure);
      const finite = { numbers: 'finite' } as const;
      return differs(canonicalJson([parsed.salt, parsed.name, parsed.value], finite), canonicalJson(value, finite));
    },
  }));
}
