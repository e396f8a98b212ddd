import { canonicalJson, type JsonObject } from '@tavolo/kernel';
import { type BundleFiles } from '../bundle/bundle-files.js';
import { writeBundle, type BundleContent } from '../bundle/write-bundle.js';
import { base64 } from '../encoding/base64.js';
import { utf8 } from '../encoding/bytes.js';
import { makeDisclosure } from '../entry/disclosure.js';
import { leafHash } from '../merkle/hashing.js';
import { MerkleTree } from '../merkle/merkle-tree.js';
import { signCheckpoint } from '../note/checkpoint.js';
import { addSignature, cosigner, noteSigner, type NoteSigner } from '../note/note-signer.js';

/** An entry before it is chained: without id, log, time, version and `prev`. */
export interface Draft {
  act: string;
  stream: string;
  actor?: string | null;
  data: JsonObject;
  /** Digests of disclosures. */
  digests?: readonly string[];
  /** Members to set or (undefined) to leave out after the entry is chained: for entries that break a rule. */
  over?: Readonly<Record<string, unknown>>;
}

export const ORIGIN = 'table.example/log/t_sample';
export const KEYS = {
  first: noteSigner(ORIGIN, new Uint8Array(32).fill(11)),
  second: noteSigner(ORIGIN, new Uint8Array(32).fill(12)),
  stranger: noteSigner(ORIGIN, new Uint8Array(32).fill(13)),
  witness: cosigner('witness.example/w1', new Uint8Array(32).fill(14), 1_767_225_600),
} as const;

/** Disclosures of the three members' names. */
export const NAMES = ['Ada', 'Bea', 'Cem'].map((name, index) =>
  makeDisclosure(new Uint8Array(16).fill(index + 1), 'name', name),
);

/** Index of the entry that adds the second key; the head of the next size is signed by both keys. */
export const KEY_ADDED = 14;

/** A small log: a table, three members with erasable names, a proposal, an open vote, a change of keys, and a last act. */
export function sampleDrafts(): Draft[] {
  const members = ['m_1', 'm_2', 'm_3'];
  const vote = (act: string, data: JsonObject, actor: string | null = 'm_1'): Draft => ({
    act: `vote.${act}`,
    stream: 'vote:v_1',
    actor,
    data: { vote: 'v_1', ...data },
  });
  return [
    { act: 'table.created', stream: 'table:t_1', actor: 'm_1', data: { rulebook: 'r_1' } },
    ...members.map((member, index) => ({
      act: 'member.joined',
      stream: `member:${member}`,
      actor: member,
      data: { member },
      digests: [NAMES[index]?.digest ?? ''],
    })),
    { act: 'proposal.created', stream: 'proposal:p_1', actor: 'm_2', data: { title: 'h_1' } },
    { act: 'proposal.frozen', stream: 'proposal:p_1', actor: 'm_2', data: { text: 'h_2' } },
    vote('opened', { ballot: 'open', options: ['yes', 'no'], eligible: 3, revote: true }),
    vote('roll', { part: 0, members: ['m_1', 'm_2'] }),
    vote('roll', { part: 1, members: ['m_3'] }),
    vote('cast', { option: 'no' }, 'm_1'),
    vote('cast', { option: null }, 'm_2'),
    vote('cast', { option: 'yes' }, 'm_1'),
    vote('closed', {}),
    vote('result', { counts: { yes: 1, no: 0 }, blank: 1, invalid: 0, ballots: 2 }, null),
    { act: 'log.key.added', stream: 'log:keys', actor: null, data: { vkey: KEYS.second.key.vkey } },
    { act: 'proposal.adopted', stream: 'proposal:p_1', actor: null, data: { vote: 'v_1' } },
  ];
}

/** The leaves of drafts: each entry chained to its stream, nothing checked. */
export function chain(drafts: readonly Draft[], log = ORIGIN): Uint8Array[] {
  const heads = new Map<string, { sv: number; prev: string }>();
  return drafts.map(({ act, stream, actor = null, data, digests, over }, index) => {
    const head = heads.get(stream);
    const sv = (head?.sv ?? 0) + 1;
    const entry: Record<string, unknown> = {
      v: 1,
      id: `019b0000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      log,
      at: new Date(Date.UTC(2026, 2, 1, 18, index)).toISOString(),
      actor,
      act,
      stream,
      sv,
      ...(head && { prev: head.prev }),
      data,
      ...(digests && { _sd: [...digests].sort(), _sd_alg: 'sha-256' }),
      ...over,
    };
    const members = Object.entries(entry).filter(([, value]) => value !== undefined);
    const leaf = utf8(canonicalJson(Object.fromEntries(members), { numbers: 'finite' }));
    heads.set(stream, { sv, prev: base64(leafHash(leaf)) });
    return leaf;
  });
}

/** The signed head of the first `size` leaves. */
export function headOf(leaves: readonly Uint8Array[], signers: readonly NoteSigner[], size = leaves.length): string {
  const root = new MerkleTree(leaves.map(leafHash)).root(size);
  return signCheckpoint({ origin: ORIGIN, size, root }, signers);
}

/** The export of the sample log, with earlier heads, a witness, a policy, proofs, tiles, and one name withheld. */
export function sampleBundle(leaves = chain(sampleDrafts()), change: Partial<BundleContent> = {}): BundleFiles {
  const rotation = Math.min(KEY_ADDED + 1, leaves.length);
  return writeBundle({
    leaves,
    checkpoint: addSignature(headOf(leaves, [KEYS.second]), KEYS.witness),
    vkeys: [KEYS.first.key.vkey],
    checkpoints: [headOf(leaves, [KEYS.first], 5), headOf(leaves, [KEYS.first, KEYS.second], rotation)],
    disclosures: NAMES.slice(0, 2).map(({ disclosure }) => disclosure),
    policy: `log ${KEYS.first.key.vkey}\nwitness W ${KEYS.witness.key.vkey}\nquorum W\n`,
    proofsOf: [0, leaves.length - 1],
    tiles: true,
    ...change,
  });
}
