import { parseEntry, type Entry } from '../entry/entry.js';
import { withoutEnclosingFolder, type BundleFiles } from './bundle-files.js';
import { bundleHead } from './bundle-layout.js';
import { bundleLeaves } from './bundle-leaves.js';
import { Findings } from './bundle-report.js';

/**
 * The entries of a bundle in their order: for whoever does more with them than verify them. Verify first.
 * @throws AuditLogError when the bundle or one of its entries cannot be read
 */
export function bundleEntries(bundle: BundleFiles): readonly Entry[] {
  const files = withoutEnclosingFolder(bundle);
  const { checkpoint } = bundleHead(files);
  return bundleLeaves(files, checkpoint.size, new Findings()).leaves.map((leaf) => parseEntry(leaf));
}
