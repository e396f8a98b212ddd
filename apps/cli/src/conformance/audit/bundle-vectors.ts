import { checkReceipt, verifyBundle, type BundleProfile, type Receipt } from '@tavolo/audit-log';
import { nativeSealOpener } from '../../bundle/seal-opener.js';
import type { VectorCase } from '../vector-case.js';

interface BundleVector {
  readonly vkeys: readonly string[];
  readonly profile?: BundleProfile;
  readonly ok: boolean;
  readonly files: Readonly<Record<string, string>>;
  readonly receipts?: readonly Receipt[];
}

/** A whole bundle: verified, or not; and the receipt of each anonymous ballot. */
export function bundleCases({ vkeys, profile = 'votes', ok, files, receipts = [] }: BundleVector): VectorCase[] {
  const content = new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)]));
  const verification: VectorCase = {
    name: ok ? 'verified' : 'refused',
    check: () => {
      const { verdict, first } = verifyBundle(content, { vkeys, profile, sealOpener: nativeSealOpener });
      if ((verdict === 0) === ok) return undefined;
      return first ? `verdict ${verdict}: ${first.file}: ${first.reason}` : `verdict ${verdict}`;
    },
  };
  const entries = content.get('entries.jsonl') ?? new Uint8Array();
  return [
    verification,
    ...receipts.map((receipt, index) => ({
      name: `receipt ${index}`,
      check: () => {
        checkReceipt(entries, receipt);
        return undefined;
      },
    })),
  ];
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
