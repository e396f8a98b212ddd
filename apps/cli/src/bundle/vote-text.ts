import { type BundleReport, type Finding } from '@tavolo/audit-log';
import { type VoteFacts } from './vote-facts.js';

type Vote = BundleReport['votes'][number];
type Recount = NonNullable<Vote['recount']>;
type Choices = Readonly<Record<string, number>>;

/** One vote in sentences: on what, who could vote, what the count from the log gives, and whether the published result agrees. */
export function voteLines(vote: Vote, facts: VoteFacts | undefined, findings: readonly Finding[]): string[] {
  const { eligible, closed, recount, ballot } = vote;
  const entitled = eligible === 1 ? 'one seat was entitled to vote' : `${eligible} seats were entitled to vote`;
  const opening = `${nameOf(vote, facts)}, ${HOW[ballot]}: ${entitled}`;
  if (!recount)
    return [closed ? `${opening}. It is closed.` : `${opening}. It is still open, so it cannot be counted.`];
  return [
    `${opening}, ${counted(recount.ballots, 'vote was', 'votes were')} cast.`,
    ...countLines(recount).map((line) => `  ${line}`),
    `  ${agreement(facts, findings)}`,
  ];
}

const HOW: Readonly<Record<Vote['ballot'], string>> = {
  open: 'by name',
  sector: 'secret, counted by sector',
  secret: 'secret',
};

function nameOf({ vote }: Vote, facts: VoteFacts | undefined): string {
  if (facts?.proposal === undefined) return `Vote ${vote}`;
  return `Vote ${vote} on proposal ${facts.proposal}${facts.version === undefined ? '' : `, version ${facts.version}`}`;
}

function countLines({ counts, blank, invalid }: Recount): string[] {
  const bySector = Object.entries(counts).every((entry): entry is [string, Choices] => typeof entry[1] === 'object');
  const sectors = bySector ? Object.entries(counts as Readonly<Record<string, Choices>>).toSorted(inOrder) : [];
  const all = bySector ? sum(sectors.map(([, choices]) => choices)) : (counts as Choices);
  const extra = [
    ...(blank > 0 ? [counted(blank, 'blank vote', 'blank votes')] : []),
    ...(invalid > 0 ? [counted(invalid, 'invalid vote', 'invalid votes')] : []),
  ];
  return [
    `Counted again from the log: ${[choicesText(all), ...extra].join(', ')}.`,
    ...sectors.map(([sector, choices]) => `- ${SECTORS[sector] ?? sector}: ${choicesText(choices)}`),
  ];
}

const SECTORS: Readonly<Record<string, string>> = {
  public: 'public bodies',
  third_sector: 'third sector',
  citizens: 'citizens',
  market: 'market',
};

/** Sectors as everywhere in Tavolo, others after them. */
const inOrder = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  rank(one) - rank(other);
const rank = (sector: string): number => {
  const place = Object.keys(SECTORS).indexOf(sector);
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
};

/** `11 yes, 0 no, 1 abstention`; other options by their names. */
function choicesText(choices: Choices): string {
  const { yes, no, abstain, ...others } = choices;
  return [
    ...(yes === undefined ? [] : [`${yes} yes`]),
    ...(no === undefined ? [] : [`${no} no`]),
    ...(abstain === undefined ? [] : [counted(abstain, 'abstention', 'abstentions')]),
    ...Object.entries(others).map(([option, count]) => `${count} for ${JSON.stringify(option)}`),
  ].join(', ');
}

function agreement(facts: VoteFacts | undefined, findings: readonly Finding[]): string {
  if (findings.some(({ entry }) => entry !== undefined && facts?.entries.has(entry))) {
    return 'Something about this vote is wrong: see the faults below.';
  }
  if (facts && !facts.published) return 'The log states no result to compare this with.';
  return 'Every vote comes from somebody on the roll, and the published result agrees with this count.';
}

function sum(all: readonly Choices[]): Choices {
  const total: Record<string, number> = {};
  for (const choices of all) {
    for (const [option, count] of Object.entries(choices)) total[option] = (total[option] ?? 0) + count;
  }
  return total;
}

const counted = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`;
