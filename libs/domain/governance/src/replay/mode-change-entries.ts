import { type Instant, type JsonObject } from '@tavolo/kernel';
import { type ModeChange, type ModeChangeConsequence } from '../mode-change.js';
import { type ModeChangeAct } from '../mode-change/mode-change.js';
import { type Actor } from '../seat.js';
import { ballotOf, openedData, resultData, rollParts, voteStream } from './ballot-entries.js';
import { standingOfActor, type ProcedureEntry } from './entries.js';
import { withoutWords } from './leaf-words.js';

/** The stream of a change of mode in the log of its table. */
export const modeChangeStream = (key: string): string => `mode_change:${key}`;

/** Where a change of mode stands. */
const placeOf = (change: ModeChange): JsonObject => {
  const { state, since, noticeUntil, effectiveFrom, effectiveAt, endsAt } = change;
  return { state, since, noticeUntil, effectiveFrom, effectiveAt, endsAt };
};

/** The entry with which a change of mode begins; `days` of an emergency act. Its rules bind everybody and hold nothing personal. */
export function entryOfBeginning(
  change: ModeChange,
  by: Actor,
  { now, days }: { readonly now: Instant; readonly days?: number },
): ProcedureEntry {
  const { key, kind, from, rulebook, textHash, proposedAs, reason } = change;
  const data: JsonObject = {
    modeChange: key,
    ...standingOfActor(by),
    as: proposedAs,
    from: { key: from.key, version: from.version, mode: from.mode },
    to: { key: rulebook.key, version: rulebook.version, mode: rulebook.mode },
    rules: JSON.stringify(rulebook),
    textHash,
    ...(days !== undefined && { days }),
    input: { now, carries: withoutWords({ reason }) },
    after: placeOf(change),
  };
  const act = kind === 'emergency' ? 'mode_change.emergency_declared' : 'mode_change.proposed';
  return { at: now, actor: by.member, act, stream: modeChangeStream(key), data };
}

/** The entries of one act, the first of which is the act itself; what follows from it has entries of its own. */
export function entriesOfModeChangeAct(
  act: ModeChangeAct,
  after: ModeChange,
  now: Instant,
): readonly [ProcedureEntry, ...ProcedureEntry[]] {
  const { name, by, table, ...carries } = act;
  const seat = table.seats.find(({ id }) => id === by.seat);
  const asDeputy = name === 'vote.cast' && seat?.deputy === by.member && seat.holder !== by.member;
  const input = { now, ...(asDeputy && { as: 'deputy' }), carries: withoutWords(carries) };
  const said: JsonObject = { input, after: placeOf(after) };
  const standing = standingOfActor(by);
  const about = { modeChange: after.key };
  const entry = (stream: string, data: JsonObject): ProcedureEntry => ({
    at: now,
    actor: by.member,
    act: name,
    stream,
    data,
  });
  switch (act.name) {
    case 'vote.opened': {
      const ballot = ballotOf(after, act.key);
      const stream = voteStream(act.key);
      const rolls = rollParts(ballot).map((data): ProcedureEntry => ({
        at: now,
        actor: null,
        act: 'vote.roll',
        stream,
        data,
      }));
      return [entry(stream, { ...standing, ...openedData(ballot, about), ...said }), ...rolls];
    }
    case 'vote.cast':
      return [{ ...entry(voteStream(act.ballot), { vote: act.ballot, option: act.choice, ...said }), actor: by.seat }];
    case 'vote.closed':
      return [entry(voteStream(act.ballot), { ...standing, vote: act.ballot, ...said })];
    case 'ballot.early_closing_requested':
      return [entry(modeChangeStream(after.key), { ...about, ...standing, vote: act.ballot, ...said })];
    default:
      return [entry(modeChangeStream(after.key), { ...about, ...standing, ...said })];
  }
}

/** The entry of something that followed, at the instant at which it was due; `after` is the change once everything has happened. */
export function entryOfModeChangeConsequence(
  { name, at, data, explanation }: ModeChangeConsequence,
  after: ModeChange,
): ProcedureEntry {
  const place = { after: placeOf(after) };
  const { vote } = data;
  if (name.startsWith('vote.') && typeof vote === 'string') {
    const said = name === 'vote.result' ? resultData(ballotOf(after, vote)) : { vote };
    return { at, actor: null, act: name, stream: voteStream(vote), data: { ...said, ...place } };
  }
  const why: JsonObject = explanation ? { explanation: explanation as unknown as JsonObject } : {};
  const said = { modeChange: after.key, ...data, ...why, ...place };
  return { at, actor: null, act: name, stream: modeChangeStream(after.key), data: said };
}
