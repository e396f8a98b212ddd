import { malformed } from '../audit-log-error.js';
import { SIGNATURE_TYPE, parseVerifierKey, type VerifierKey } from './verifier-key.js';

/** Which logs are known and which witnesses must have cosigned a checkpoint (C2SP tlog-policy). */
export interface TlogPolicy {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: readonly VerifierKey[];
  /** True when the witnesses that cosigned, given by their vkeys, make the quorum. */
  isMetBy(cosigned: ReadonlySet<string>): boolean;
}

type Member = (cosigned: ReadonlySet<string>) => boolean;

/** Reads a policy file. Refuses (malformed) unknown lines, undefined or repeated names, duplicate keys, no quorum. */
export function parsePolicy(text: string): TlogPolicy {
  const reader = new PolicyReader();
  for (const line of text.split('\n')) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length > 0 && !words[0]?.startsWith('#')) reader.line(words);
  }
  return reader.policy();
}

class PolicyReader {
  private readonly logs: VerifierKey[] = [];
  private readonly witnesses: VerifierKey[] = [];
  private readonly members = new Map<string, Member>();
  private readonly grouped = new Set<string>();
  private quorum: Member | undefined;

  line([keyword = '', ...words]: readonly string[]): void {
    switch (keyword) {
      case 'log':
        this.log(words);
        break;
      case 'witness':
        this.witness(words);
        break;
      case 'group':
        this.group(words);
        break;
      case 'quorum':
        this.setQuorum(words);
        break;
      default:
        throw malformed(`the policy has an unknown line ${JSON.stringify(keyword)}`);
    }
  }

  policy(): TlogPolicy {
    const { logs, witnesses, quorum } = this;
    if (!quorum) throw malformed('the policy has no quorum');
    return { logs, witnesses, isMetBy: quorum };
  }

  private log(words: readonly string[]): void {
    const [vkey] = expect(words, 1, 2, 'log');
    this.logs.push(freshKey(vkey, SIGNATURE_TYPE.ed25519, this.logs));
  }

  private witness(words: readonly string[]): void {
    const [name, vkey = ''] = expect(words, 2, 3, 'witness');
    const key = freshKey(vkey, SIGNATURE_TYPE.cosignature, this.witnesses);
    this.define(name, (cosigned) => cosigned.has(key.vkey));
    this.witnesses.push(key);
  }

  private group(words: readonly string[]): void {
    const [name, threshold = '', ...names] = expect(words, 3, Infinity, 'group');
    const members = names.map((member) => this.member(member));
    for (const member of names) {
      if (this.grouped.has(member)) throw malformed(`the policy lists ${member} in two groups`);
      this.grouped.add(member);
    }
    const needed = threshold === 'all' ? members.length : threshold === 'any' ? 1 : Number(threshold);
    if (!/^(all|any|[1-9]\d*)$/.test(threshold) || needed > members.length) {
      throw malformed(`the policy asks for ${threshold} of ${members.length} in the group ${name}`);
    }
    this.define(name, (cosigned) => members.filter((member) => member(cosigned)).length >= needed);
  }

  private setQuorum(words: readonly string[]): void {
    const [name] = expect(words, 1, 1, 'quorum');
    if (this.quorum) throw malformed('the policy has two quorums');
    this.quorum = name === 'none' ? () => true : this.member(name);
  }

  private member(name: string): Member {
    const member = this.members.get(name);
    if (!member) throw malformed(`the policy has not defined ${JSON.stringify(name)} before using it`);
    return member;
  }

  private define(name: string, member: Member): void {
    if (name === 'none' || this.members.has(name)) throw malformed(`the policy cannot define ${name} here`);
    this.members.set(name, member);
  }
}

function expect(words: readonly string[], least: number, most: number, keyword: string): [string, ...string[]] {
  const [first, ...rest] = words;
  if (first === undefined || words.length < least || words.length > most) {
    throw malformed(`the policy has a ${keyword} line with ${words.length} words`);
  }
  return [first, ...rest];
}

function freshKey(vkey: string, type: number, known: readonly VerifierKey[]): VerifierKey {
  const key = parseVerifierKey(vkey);
  if (key.type !== type) throw malformed(`the policy gives ${key.name} a key of type ${key.type} instead of ${type}`);
  if (known.some((other) => String(other.publicKey) === String(key.publicKey))) {
    throw malformed(`the policy lists the key of ${key.name} twice`);
  }
  return key;
}
