/**
 * What a rulebook may say besides what procedures compute: each provision with the names of its numbers, in the order in which a form asks
 * for them. They are data, so that they are read as sentences, compared and changed like every other rule; that they are kept is up to
 * people. `days` are calendar days; fractions of a share are two numbers, `part` and `whole`.
 */
export const provisionNumbers = {
  // meetings
  notice: ['days'],
  meetingQuorum: ['part', 'whole'],
  meetingSecondCall: ['part', 'whole'],
  minutesTacit: ['days'],
  summaryMinutes: [],
  minutedSittings: [],
  publicMeetings: [],
  firstMeeting: ['days'],
  callMeeting: ['part', 'whole', 'days'],
  // who sits
  size: ['least', 'most'],
  mostMembers: ['most'],
  term: ['years', 'renewals'],
  rotatingChair: [],
  absencesResign: ['absences'],
  onePerHousehold: [],
  lotInCollege: [],
  nominatedShare: ['part', 'whole'],
  lateJoinersVoice: [],
  substitutes: [],
  delegates: ['participants'],
  councillors: ['councillors'],
  oneOrganisationOneVote: [],
  reportBack: [],
  noInstructions: [],
  equalFamilies: [],
  workDuty: [],
  staffPedagogy: [],
  individualVotes: [],
  // whom and what it is open to
  publicAct: [],
  publicNotice: ['days'],
  noticeContents: [],
  essentialOthers: [],
  marketSupports: [],
  voters: ['age'],
  feasibility: [],
  preferences: ['least', 'most'],
  // what follows
  interestFirst: [],
  wholeOrParts: [],
  minorityObjections: [],
  guaranteeCommittee: [],
  relatedActsSuspended: [],
  institutionProceeds: [],
  goesOn: [],
  finalReport: [],
  allPublished: [],
  endsInConvention: [],
  withinLimits: [],
  disagreement: [],
  adviceUsed: [],
  noReasonedObjection: [],
  reviewObligatory: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ProvisionKey = keyof typeof provisionNumbers;
export const provisionKeys = Object.keys(provisionNumbers) as readonly ProvisionKey[];

/** One provision with its numbers, whole and at least zero. */
export interface Provision {
  readonly key: ProvisionKey;
  readonly numbers: Readonly<Record<string, number>>;
}

/** A provision with exactly the numbers that it has. */
export const provision = <Key extends ProvisionKey>(
  key: Key,
  ...numbers: readonly number[] & { readonly length: (typeof provisionNumbers)[Key]['length'] }
): Provision => ({
  key,
  numbers: Object.fromEntries(provisionNumbers[key].map((name, index) => [name, numbers[index] ?? 0])),
});
