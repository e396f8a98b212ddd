import { instant, localDateOf, type Instant, type JsonObject } from '@tavolo/kernel';
import {
  elderlyPlanning,
  elderlyRules,
  elderlyTable,
  elderlyVoters,
  emergencyBegins,
  begins,
} from '../../test/mode-changes.js';
import { actorAt } from '../../test/tables.js';
import {
  declareEmergency,
  entriesOfModeChangeAct,
  entryOfBeginning,
  entryOfModeChangeConsequence,
  modeChangeClockSteps,
  proposeModeChange,
  replayLog,
  stepModeChange,
  type ModeChange,
  type ModeChangeAct,
  type ModeChangeActName,
  type ModeChangeActPayloads,
  type ModeChangeConsequence,
  type ProcedureEntry,
  type Rulebook,
} from '../index.js';

/** A log of one table that grows with what happens to its mode. */
class ModeLog {
  readonly entries: ProcedureEntry[] = [];
  change: ModeChange | null = null;
  rulebook: Rulebook;
  #version = 9;

  constructor(rulebook: Rulebook) {
    this.rulebook = rulebook;
    const at = instant('2026-06-10T07:00:00Z');
    const seats = elderlyTable.seats.map(({ id: seat, holder: _holder, deputy: _deputy, ...rest }) => ({
      seat,
      ...rest,
    }));
    this.#note(at, 'table.created', 'table:T-ELD', { seats });
    this.#adopt(at, rulebook);
    for (const { id: seat, sector, holder: member } of elderlyTable.seats) {
      this.#note(at, 'seat.filled', `seat:${seat}`, { seat, sector, member, as: 'holder' });
    }
    for (const { role, member } of elderlyTable.roles)
      this.#note(at, 'role.given', `member:${member}`, { role, member });
  }

  propose(by: string, at: string): this {
    const now = instant(at);
    const actor = actorAt(elderlyTable, by);
    const outcome = proposeModeChange(begins({ from: this.rulebook }), actor, elderlyTable, now);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    this.entries.push(entryOfBeginning(outcome.change, actor, { now }));
    return this.#follow(outcome.change, outcome.consequences);
  }

  declare(at: string, days: number): this {
    const now = instant(at);
    const actor = actorAt(elderlyTable, 'm03');
    const outcome = declareEmergency(emergencyBegins({ from: this.rulebook, days }), actor, elderlyTable, now);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    this.entries.push(entryOfBeginning(outcome.change, actor, { now, days }));
    return this.#follow(outcome.change, outcome.consequences).clock(at);
  }

  act<Name extends ModeChangeActName>(name: Name, by: string, at: string, payload: ModeChangeActPayloads[Name]): this {
    const now = instant(at);
    this.clock(at);
    const act = { name, by: actorAt(elderlyTable, by), table: elderlyTable, ...payload } as unknown as ModeChangeAct;
    const outcome = this.change && stepModeChange(this.change, act, now, []);
    if (!outcome?.ok) throw new Error(JSON.stringify(outcome?.refusal));
    this.entries.push(...entriesOfModeChangeAct(act, outcome.change, now));
    return this.#follow(outcome.change, outcome.consequences);
  }

  clock(at: string): this {
    if (!this.change) return this;
    for (const { change, consequences } of modeChangeClockSteps(this.change, instant(at), [])) {
      this.#follow(change, consequences);
    }
    return this;
  }

  #follow(change: ModeChange, consequences: readonly ModeChangeConsequence[]): this {
    this.change = change;
    for (const one of consequences) {
      this.entries.push(entryOfModeChangeConsequence(one, change));
      if (one.name === 'mode_change.took_effect') this.#pass(one.at, change.key, change.from, change.rulebook);
      if (one.name === 'mode_change.emergency_ended') this.#pass(one.at, change.key, change.rulebook, change.from);
    }
    return this;
  }

  #pass(at: Instant, modeChange: string, from: Rulebook, to: Rulebook): void {
    this.#version += 1;
    const rulebook = { ...to, key: `RB-${this.#version}`, version: this.#version, adoptedOn: localDateOf(at, to.zone) };
    this.#note(at, 'mode.changed', 'table:T-ELD', { from: from.mode, to: to.mode, modeChange });
    this.#adopt(at, rulebook, { modeChange });
    this.rulebook = rulebook;
  }

  #adopt(at: Instant, rulebook: Rulebook, more: JsonObject = {}): void {
    const { key, version, mode } = rulebook;
    const data = { rulebook: key, version, mode, text: JSON.stringify(rulebook), ...more };
    this.#note(at, 'rulebook.adopted', `rulebook:${key}`, data);
  }

  #note(at: Instant, act: string, stream: string, data: JsonObject): void {
    this.entries.push({ at, actor: null, act, stream, data });
  }
}

function adopted(): ModeLog {
  const log = new ModeLog(elderlyRules)
    .propose('m18', '2026-10-29T09:00:00Z')
    .act('mode_change.supported', 'm14', '2026-10-29T09:00:00Z', {})
    .act('mode_change.supported', 'm20', '2026-10-29T09:00:00Z', {})
    .act('vote.opened', 'm41', '2026-11-10T10:05:00Z', { key: 'B-4', closesAt: null, presence: null });
  for (const member of elderlyVoters) {
    const choice = member === 'm25' ? 'no' : 'yes';
    log.act('vote.cast', member, '2026-11-10T10:10:00Z', { ballot: 'B-4', choice });
  }
  return log
    .act('vote.closed', 'm41', '2026-11-10T10:45:00Z', { ballot: 'B-4', reason: null })
    .act('mode_change.consented', 'm03', '2026-11-13T10:00:00Z', { text: 'The area consents to it.' })
    .clock('2026-11-24T08:00:00Z');
}

const emergencyLog = (): ModeLog =>
  new ModeLog(elderlyPlanning).declare('2026-11-24T08:00:00Z', 30).clock('2027-01-15T08:00:00Z');

/** The log with one entry told otherwise. */
const altered = (log: ModeLog, act: string, change: (entry: ProcedureEntry) => Partial<ProcedureEntry>) => {
  const at = log.entries.findIndex((one) => one.act === act);
  return log.entries.map((one, n) => (n === at ? { ...one, ...change(one) } : one));
};

describe('a log that tells of a change of mode', () => {
  it('comes out as it was recorded, without the words that people wrote', () => {
    const log = adopted();
    expect(JSON.stringify(log.entries)).not.toContain('The area consents');
    const report = replayLog(JSON.parse(JSON.stringify(log.entries)) as ProcedureEntry[]);
    expect(report.differences).toEqual([]);
    expect(report.modeChanges).toEqual([{ modeChange: 'MC-1', state: 'in_force' }]);
    expect(report.acts).toBe(17);
    expect(replayLog(emergencyLog().entries)).toMatchObject({
      differences: [],
      modeChanges: [{ modeChange: 'MC-9', state: 'ended' }],
    });
  });

  it.each<readonly [string, string, (entry: ProcedureEntry) => Partial<ProcedureEntry>]>([
    [
      'a notice that ends earlier',
      'mode_change.notice_given',
      ({ data }) => ({ data: { ...data, until: '2026-11-01T22:59:59.999Z' } }),
    ],
    ['another verdict', 'vote.result', ({ data }) => ({ data: { ...data, verdict: 'rejected' } })],
    ['an effect before its time', 'mode_change.took_effect', () => ({ at: instant('2026-11-16T23:00:00Z') })],
    [
      'other rules than those that were voted on',
      'mode_change.took_effect',
      ({ data }) => ({ data: { ...data, to: 'auto_administration' } }),
    ],
    ['consent given by somebody else', 'mode_change.consented', () => ({ actor: 'm01' })],
  ])('is found out when it tells of %s', (_what, act, change) => {
    const [difference] = replayLog(altered(adopted(), act, change)).differences;
    expect(difference).toMatchObject({ act, subject: 'MC-1' });
  });

  it('is found out when the rules that came into force are not those that were voted on, or never came', () => {
    const text = JSON.stringify({ ...elderlyPlanning, maxReferBack: 7 });
    const log = adopted();
    const at = log.entries.findLastIndex((one) => one.act === 'rulebook.adopted');
    const other = log.entries.map((one, n) => (n === at ? { ...one, data: { ...one.data, text } } : one));
    expect(replayLog(other).differences[0]).toMatchObject({ act: 'rulebook.adopted', place: 'data.text.maxReferBack' });
    const [missing] = replayLog(log.entries.filter((_one, n) => n !== at)).differences;
    expect(missing).toMatchObject({ kind: 'missing', expected: 'rulebook.adopted' });
  });

  it('is found out when an emergency act lasts longer than it may, or does not end', () => {
    const longer = altered(emergencyLog(), 'mode_change.emergency_declared', ({ data }) => ({
      data: { ...data, days: 61 },
    }));
    expect(replayLog(longer).differences[0]).toMatchObject({ kind: 'refused', expected: 'days_out_of_range' });
    const later = altered(emergencyLog(), 'mode_change.emergency_ended', () => ({
      at: instant('2027-01-10T23:00:00Z'),
    }));
    expect(replayLog(later).differences[0]).toMatchObject({ place: 'at', act: 'mode_change.emergency_ended' });
  });
});
