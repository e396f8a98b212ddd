import { type RsaPublicKey } from './rsa.js';
import { type VoteData } from './vote-data.js';

/** How ballots are given: by name, by name of the sector only, or anonymously. */
export type BallotKind = 'open' | 'sector' | 'secret';

/** Who signs blinded tokens; in a sector vote for one sector. */
export interface Issuer extends RsaPublicKey {
  readonly id: string;
  readonly sector?: string;
}

/** What `vote.opened` fixes. Nothing later can change it. */
export interface VoteDefinition {
  readonly vote: string;
  readonly ballot: BallotKind;
  readonly options: readonly string[];
  /** How many members the roll holds. */
  readonly eligible: number;
  /** Whether a member of an open vote may change the ballot until the vote is closed. */
  readonly revote: boolean;
  /** The sectors, or nothing when the vote does not tell them apart. */
  readonly sectors?: readonly string[];
  /** None in an open vote. */
  readonly issuers: readonly Issuer[];
  /** The key that ballots are sealed with; absent in an open vote. */
  readonly seal?: RsaPublicKey;
}

const SMALLEST_MODULUS = 2n ** 2047n;

/** Reads the data of `vote.opened`. Refuses (wrong) what the vote profile does not allow. */
export function voteDefinition(data: VoteData): VoteDefinition {
  const ballot = ballotKind(data);
  const options = data.names('options');
  if (options.length === 0) throw data.refuse('options', 'a list with an option');
  const sectors = readSectors(data, ballot);
  const definition = {
    vote: data.text('vote'),
    ballot,
    options,
    eligible: data.count('eligible'),
    revote: data.flag('revote'),
    ...(sectors && { sectors }),
  };
  if (ballot === 'open') {
    for (const name of ['issuers', 'seal']) if (data.has(name)) throw data.refuse(name, 'allowed in an open vote');
    return { ...definition, issuers: [] };
  }
  return { ...definition, issuers: readIssuers(data, sectors), seal: rsaKey(data.object('seal')) };
}

function ballotKind(data: VoteData): BallotKind {
  const ballot = data.text('ballot');
  if (ballot !== 'open' && ballot !== 'sector' && ballot !== 'secret') {
    throw data.refuse('ballot', 'open, sector or secret');
  }
  return ballot;
}

function readSectors(data: VoteData, ballot: BallotKind): readonly string[] | undefined {
  if (ballot === 'secret' && data.has('sectors')) throw data.refuse('sectors', 'allowed in a secret vote');
  if (ballot !== 'sector' && !data.has('sectors')) return undefined;
  const sectors = data.names('sectors');
  if (sectors.length === 0) throw data.refuse('sectors', 'a list with a sector');
  return sectors;
}

function readIssuers(data: VoteData, sectors: readonly string[] | undefined): readonly Issuer[] {
  const issuers = data.objects('issuers').map((issuer) => ({
    id: issuer.text('id'),
    ...rsaKey(issuer),
    ...(sectors && { sector: issuer.text('r') }),
  }));
  const distinct = (values: readonly unknown[]) => new Set(values).size === values.length;
  if (!distinct(issuers.map(({ id }) => id))) throw data.refuse('issuers', 'a list of different ids');
  // A key that stands twice would make one issuer look like two, or let one sector's token count in another.
  if (!distinct(issuers.map(({ n }) => n))) throw data.refuse('issuers', 'a list of different keys');
  if (issuers.some(({ sector }) => sector !== undefined && !sectors?.includes(sector))) {
    throw data.refuse('issuers', 'a list for known sectors');
  }
  const served = sectors ?? [undefined];
  if (!served.every((sector) => issuers.some((issuer) => issuer.sector === sector))) {
    throw data.refuse('issuers', 'a list with an issuer for everyone');
  }
  return issuers;
}

function rsaKey(data: VoteData): RsaPublicKey {
  const [n, e] = [data.bigInteger('n'), data.bigInteger('e')];
  if (n < SMALLEST_MODULUS || n % 2n === 0n) throw data.refuse('n', 'an RSA modulus of 2048 bits or more');
  if (e < 3n || e % 2n === 0n) throw data.refuse('e', 'an RSA exponent');
  return { n, e };
}
