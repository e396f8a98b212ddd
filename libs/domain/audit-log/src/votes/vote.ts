import { wrong } from '../audit-log-error.js';
import { type Entry } from '../entry/entry.js';
import { openedChoice, readBallot, type Choice, type SealedBallot } from './ballot.js';
import { type SealKey, type SealOpener } from './rsa.js';
import { tally, checkResult, type VoteTally } from './tally.js';
import { voteData, type VoteData } from './vote-data.js';
import { type VoteDefinition } from './vote-definition.js';

/** One vote, replayed from its acts. Each method takes one act and refuses (wrong) what the vote profile forbids. */
export class Vote {
  private readonly roll = new Map<string, string | undefined>();
  private rollParts = 0;
  private readonly cast = new Map<string, string | null>();
  private readonly tokens = new Set<string>();
  private readonly blinded = new Set<string>();
  private readonly ballots = new Map<string, SealedBallot>();
  private readonly issued = new Map<string, number>();
  private readonly used = new Map<string | undefined, number>();
  private stage: 'roll' | 'voting' | 'closed' | 'counted' = 'roll';
  private openSealed: SealOpener | undefined;
  /** The recount; there is none while a secret vote is sealed. */
  counted: VoteTally | undefined;

  constructor(
    readonly definition: VoteDefinition,
    private readonly sealOpener: (key: SealKey) => SealOpener,
  ) {}

  get closed(): boolean {
    return this.stage === 'closed' || this.stage === 'counted';
  }

  addToRoll(data: VoteData): void {
    if (this.stage !== 'roll') throw wrong('the roll changes after voting began');
    if (data.count('part') !== this.rollParts) throw data.refuse('part', String(this.rollParts));
    this.rollParts++;
    const members = this.definition.sectors
      ? this.sectorMembers(data)
      : data.names('members').map((m) => ({ m, r: undefined }));
    for (const { m, r } of members) {
      if (this.roll.has(m)) throw wrong(`${m} stands twice on the roll`);
      this.roll.set(m, r);
    }
  }

  castOpenly(entry: Entry, data: VoteData): void {
    if (this.definition.ballot !== 'open') throw wrong(`a ballot by name in a ${this.definition.ballot} vote`);
    this.startVoting();
    const member = this.memberOf(entry);
    const option = data.textOrNull('option');
    if (option !== null && !this.definition.options.includes(option))
      throw data.refuse('option', 'an option of the vote');
    if (!this.definition.revote && this.cast.has(member)) throw wrong(`a second ballot of ${member}`);
    this.cast.set(member, option);
  }

  issueToken(entry: Entry, data: VoteData): void {
    this.requireSealed('a token');
    this.startVoting();
    const member = this.memberOf(entry);
    const issuer = this.definition.issuers.find(({ id }) => id === data.text('issuer'));
    if (!issuer) throw data.refuse('issuer', 'an issuer of the vote');
    if (issuer.sector !== this.roll.get(member)) throw wrong(`${member} is not of the sector of ${issuer.id}`);
    const token = JSON.stringify([member, issuer.id]);
    if (this.tokens.has(token)) throw wrong(`a second token of ${issuer.id} for ${member}`);
    data.bytes('blinded', 32);
    if (this.blinded.has(data.text('blinded'))) throw wrong('the same blinded message in two tokens');
    this.tokens.add(token);
    increment(this.issued, issuer.id);
    this.blinded.add(data.text('blinded'));
  }

  addBallots(entry: Entry, data: VoteData): void {
    this.requireSealed('an anonymous ballot');
    this.startVoting();
    if (entry.actor !== null) throw wrong('a batch of anonymous ballots has an actor');
    let last = '';
    for (const item of data.objects('ballots')) {
      const ballot = readBallot(item, this.definition, entry.log);
      if (ballot.k <= last) throw wrong('the ballots of a batch are not sorted by k');
      if (this.ballots.has(ballot.k)) throw wrong(`a second ballot under the key ${ballot.k}`);
      last = ballot.k;
      this.ballots.set(ballot.k, ballot);
      increment(this.used, ballot.sector);
    }
    this.checkBallotsHaveTokens();
  }

  close(data: VoteData): void {
    this.startVoting();
    const { seal } = this.definition;
    if (seal) {
      const [p, q] = [data.bigInteger('seal_p'), data.bigInteger('seal_q')];
      if (p <= 1n || q <= 1n || p * q !== seal.n)
        throw wrong('seal_p and seal_q are not the primes of the sealing key');
      this.openSealed = this.sealOpener({ ...seal, p, q });
    }
    this.stage = 'closed';
    this.counted = tally(this.definition, this.choices());
  }

  publishResult(data: VoteData): void {
    if (this.stage === 'counted') throw wrong('a second result');
    if (this.stage !== 'closed' || !this.counted) throw wrong('a result before the vote is closed');
    this.stage = 'counted';
    checkResult(data, this.counted);
  }

  private *choices(): Iterable<readonly [choice: Choice, sector: string | undefined]> {
    for (const [member, option] of this.cast) yield [{ option }, this.roll.get(member)];
    for (const { k, sealed, sector } of this.ballots.values()) {
      yield [openedChoice(this.openSealed?.(sealed), k, this.definition), sector];
    }
  }

  private startVoting(): void {
    if (this.closed) throw wrong('the vote is closed');
    if (this.stage === 'roll' && this.roll.size !== this.definition.eligible) {
      throw wrong(`the roll has ${this.roll.size} members, but ${this.definition.eligible} are eligible`);
    }
    this.stage = 'voting';
  }

  private requireSealed(what: string): void {
    if (this.definition.ballot === 'open') throw wrong(`${what} in an open vote`);
  }

  private memberOf(entry: Entry): string {
    if (entry.actor === null || !this.roll.has(entry.actor))
      throw wrong(`${entry.actor ?? 'nobody'} is not on the roll`);
    return entry.actor;
  }

  private sectorMembers(data: VoteData): { m: string; r: string }[] {
    return data.list('members').map((value) => {
      const member = voteData(value, 'a member of the roll');
      const sector = member.text('r');
      if (!this.definition.sectors?.includes(sector)) throw member.refuse('r', 'a sector of the vote');
      return { m: member.text('m'), r: sector };
    });
  }

  /** A ballot carries a token of each issuer (of its sector), so no issuer can have signed fewer tokens than ballots. */
  private checkBallotsHaveTokens(): void {
    for (const { id, sector } of this.definition.issuers) {
      const issued = this.issued.get(id) ?? 0;
      const used = this.used.get(sector) ?? 0;
      if (used > issued) throw wrong(`${used} ballots, but ${id} has issued ${issued} tokens`);
    }
  }
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
