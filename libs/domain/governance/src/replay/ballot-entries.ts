import { type JsonObject } from '@tavolo/kernel';
import { choices, type Ballot, type Elector } from '../ballot.js';
import { type ModeChange } from '../mode-change.js';
import { type Procedure } from '../procedure.js';

/** Members in one part of the roll: parts stay far below the longest leaf of a log. */
export const rollPartSize = 400;

export const voteStream = (ballot: string): string => `vote:${ballot}`;

/** A ballot of a procedure. Throws `RangeError` when there is none of that key. */
export function ballotOf(procedure: Procedure | ModeChange, key: string): Ballot {
  const ballot = 'ballots' in procedure ? procedure.ballots.find((one) => one.key === key) : undefined;
  if (!ballot) throw new RangeError(`no ballot ${key} in this procedure`);
  return ballot;
}

/**
 * The sectors of the electorate as it was at opening, since whoever recounts has that roll: a sector of which every seat has left since
 * counts zero. None when nobody was eligible, and then the vote does not tell sectors apart.
 */
function sectorsOf({ electorate, recused }: Ballot): string[] {
  const left = recused.filter(({ leftAt }) => leftAt !== undefined);
  return [...new Set([...electorate, ...left].map(({ sector }) => sector))].sort();
}

/** What `vote.opened` fixes, by the vote profile, and beside it what is voted on (`about`) and under which rules. */
export function openedData(ballot: Ballot, about: JsonObject): JsonObject {
  const sectors = sectorsOf(ballot);
  return {
    vote: ballot.key,
    ballot: 'open',
    options: [...choices],
    eligible: ballot.electorate.length,
    revote: true,
    ...(sectors.length > 0 && { sectors }),
    ...about,
    version: ballot.version,
    textHash: ballot.textHash,
    rulebook: { ...ballot.rulebook },
    call: ballot.call,
    closesAt: ballot.closesAt,
    presence: ballot.presence && [...ballot.presence],
  };
}

/** The frozen electorate in parts: seats stand for members, each with its sector. */
export function rollParts(ballot: Ballot): JsonObject[] {
  const parts: JsonObject[] = [];
  for (let from = 0, part = 0; from < Math.max(ballot.electorate.length, 1); from += rollPartSize, part++) {
    const electors = ballot.electorate.slice(from, from + rollPartSize);
    parts.push({ vote: ballot.key, part, members: electors.map(({ seat, sector }) => ({ m: seat, r: sector })) });
  }
  return parts;
}

/** The counts by sector, from the votes alone, as anybody recounts them from the log; beside them what they mean, and why. */
export function resultData(ballot: Ballot): JsonObject {
  const sectors = sectorsOf(ballot);
  const inSector = (sector: string): JsonObject => countOf(ballot, (elector) => elector.sector === sector);
  const counts =
    sectors.length > 0
      ? Object.fromEntries(sectors.map((sector) => [sector, inSector(sector)]))
      : countOf(ballot, () => true);
  const ballots = ballot.electorate.filter(({ seat }) => ballot.votes[seat] !== undefined).length;
  const { result } = ballot;
  return {
    vote: ballot.key,
    counts,
    blank: 0,
    invalid: 0,
    ballots,
    ...(result && {
      verdict: result.verdict,
      reason: result.reason,
      explanation: result.explanation as unknown as JsonObject,
    }),
  };
}

function countOf({ electorate, votes }: Ballot, belongs: (elector: Elector) => boolean): JsonObject {
  const given = electorate.filter(belongs).flatMap(({ seat }) => votes[seat]?.choice ?? []);
  return Object.fromEntries(choices.map((choice) => [choice, given.filter((one) => one === choice).length]));
}
