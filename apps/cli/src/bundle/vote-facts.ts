import { withoutEnclosingFolder, type BundleFiles } from '@tavolo/audit-log';

/** What the entries of a log say about one vote beside its count. */
export interface VoteFacts {
  /** Key of the proposal on which was voted, such as `P-101`. */
  readonly proposal?: string;
  /** Number of the version of its text. */
  readonly version?: number;
  /** Whether the log states a result. */
  readonly published: boolean;
  /** Places of its entries in the log, from 0. */
  readonly entries: ReadonlySet<number>;
}

type Data = Readonly<Record<string, unknown>>;

/** Reads, for naming votes in sentences only, what `entries.jsonl` says about them. What cannot be read is left out: the verification reports it. */
export function voteFacts(bundle: BundleFiles): ReadonlyMap<string, VoteFacts> {
  const file = withoutEnclosingFolder(bundle).get('entries.jsonl');
  const facts = new Map<string, { proposal?: string; version?: number; published: boolean; entries: Set<number> }>();
  if (!file) return facts;
  for (const [index, line] of new TextDecoder().decode(file).split('\n').entries()) {
    if (!line.includes('"act":"vote.')) continue;
    const entry = recordIn(line);
    const data = entry?.data;
    if (!isRecord(data) || typeof data.vote !== 'string') continue;
    const known = facts.get(data.vote) ?? { published: false, entries: new Set() };
    known.entries.add(index);
    if (entry?.act === 'vote.result') known.published = true;
    if (entry?.act === 'vote.opened') {
      if (typeof data.proposal === 'string') known.proposal = data.proposal;
      if (typeof data.version === 'number') known.version = data.version;
    }
    facts.set(data.vote, known);
  }
  return facts;
}

function recordIn(line: string): Data | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
