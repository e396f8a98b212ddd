import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CompactRange,
  entryLeaf,
  leafHash,
  nextInStream,
  noteSigner,
  signCheckpoint,
  writeBundle,
  type StreamHead,
} from '@tavolo/audit-log';
import {
  entriesOfAct,
  headOfProposal,
  proposalStream,
  startedData,
  startProcedure,
  step,
  type Composition,
  type ConsultationRulebook,
  type ProcedureAct,
  type ProcedureEntry,
} from '@tavolo/governance';
import { instant, memberId, seatId, type JsonObject } from '@tavolo/kernel';
import { run } from './run.js';

const ORIGIN = 'table.example/log/t_1';
const signer = noteSigner(ORIGIN, new Uint8Array(32).fill(5));
const VKEY = signer.key.vkey;
const now = instant('2026-03-02T09:00:00Z');

const rulebook: ConsultationRulebook = {
  key: 'RB-1',
  version: 1,
  mode: 'consultation',
  adoptedOn: '2026-03-01',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  windowDaysMin: 20,
  urgentWindowDaysMin: 7,
  extension: { days: 10, times: 1, belowSeats: '1/2', ifSectorSilent: true },
  replyDays: 30,
  lapseDays: 60,
  deviationStatementMinChars: 200,
};

const institution = {
  ...({ sector: 'public', organisation: null, level: 'local', right: 'voice', assesses: false } as const),
  decidingAuthority: true,
};

/** A table with one seat: its institution opens a consultation, urgently. */
function entries(): ProcedureEntry[] {
  const [id, member] = [seatId('s_1'), memberId('m_1')];
  const table: Composition = { seats: [{ id, ...institution, holder: member, deputy: null }], roles: [] };
  const before = startProcedure({ rulebook, sponsors: [member], now });
  const text = { version: 1, textHash: 'h_1', stateHash: 'h_2', clauses: ['c1'], at: now };
  const act: ProcedureAct = {
    ...{ name: 'consultation.opened', by: { member, seat: id, roles: [] }, table, text },
    ...{ closesOn: '2026-03-12', urgentReason: 'The tender closes.' },
  };
  const outcome = step(before, act, now);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const start = startedData({ sponsors: [member] }, before, now);
  const drafted = { ...headOfProposal('C-1', before), mode: before.mode, sponsors: [member], ...start };
  const of = (name: string, stream: string, data: JsonObject) => ({ at: now, actor: 'm_1', act: name, stream, data });
  return [
    of('table.created', 'table:T', { seats: [{ seat: 's_1', ...institution }] }),
    of('rulebook.adopted', 'rulebook:RB-1', {
      ...{ rulebook: 'RB-1', version: 1, mode: 'consultation', text: JSON.stringify(rulebook) },
    }),
    of('seat.filled', 'seat:s_1', { seat: 's_1', sector: 'public', member: 'm_1', as: 'holder' }),
    of('proposal.drafted', proposalStream('C-1'), drafted),
    ...entriesOfAct({ proposal: 'C-1', act, before, after: outcome.procedure, now }),
  ];
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tavolo-replay-'));
  write('good', entries());
  write(
    'later',
    changed('consultation.opened', (data) => ({ ...data, closesAt: '2026-03-13T22:59:59.000Z' })),
  );
  write(
    'old',
    changed('proposal.drafted', ({ input: _input, after: _after, ...data }) => data),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const changed = (act: string, change: (data: JsonObject) => JsonObject): ProcedureEntry[] =>
  entries().map((entry) => (entry.act === act ? { ...entry, data: change(entry.data) } : entry));

function write(name: string, log: readonly ProcedureEntry[]): void {
  const heads = new Map<string, StreamHead>();
  const range = new CompactRange();
  const leaves = log.map((entry, index) => {
    const next = nextInStream(heads.get(entry.stream));
    const leaf = entryLeaf({ ...entry, id: `e_${index}`, log: ORIGIN, ...next });
    heads.set(entry.stream, { sv: next.sv, leafHash: leafHash(leaf) });
    range.append(leafHash(leaf));
    return leaf;
  });
  const checkpoint = signCheckpoint({ origin: ORIGIN, size: range.size, root: range.root() }, [signer]);
  mkdirSync(join(folder, name));
  for (const [path, content] of writeBundle({ leaves, checkpoint, vkeys: [VKEY] })) {
    writeFileSync(join(folder, name, path), content);
  }
}

function verify(...args: readonly string[]) {
  const printed: string[] = [];
  const terminal = {
    folder,
    locale: 'en_GB.UTF-8',
    print: (line: string) => printed.push(line),
    complain: (line: string) => printed.push(line),
  };
  return { code: run(['verify', ...args], terminal), printed: printed.join('\n') };
}

describe('tavolo verify --replay', () => {
  it('says what was carried out again and came out as recorded', () => {
    const { code, printed } = verify('good', '--vkey', VKEY, '--replay');
    expect(printed).toContain('by carrying it out again with the rules that were in force: C-1 (2 acts, and 0 entries');
    expect(printed).toMatch(/^VERIFIED/m);
    expect(code).toBe(0);
  });

  it('names the entry that comes out otherwise, in both languages, where the signature alone finds nothing', () => {
    expect(verify('later', '--vkey', VKEY).code).toBe(0);
    const { code, printed } = verify('later', '--vkey', VKEY, '--replay');
    expect(printed).toContain(
      'First fault: entries.jsonl, entry 4 (line 5): consultation.opened of C-1: the date (data.closesAt) is recorded as "2026-03-13T22:59:59.000Z", but comes out as "2026-03-12T22:59:59.999Z"',
    );
    expect(printed).toContain('consultation.opened di C-1: la data (data.closesAt) risulta registrato come');
    expect(printed).toMatch(/^WRONG/m);
    expect(code).toBe(1);
  });

  it('says of a log from before what decided was kept that it cannot be replayed, and does not call it wrong', () => {
    const { code, printed } = verify('old', '--vkey', VKEY, '--replay');
    expect(printed).toContain('C-1 cannot be replayed from entry 3 (line 4) on');
    expect(printed).toContain('C-1 non può essere rieseguito dalla voce 3 (riga 4)');
    expect(printed).toMatch(/^CONSISTENT, BUT NOT ALL OF IT REPLAYED/m);
    expect(code).toBe(3);
  });

  it('says that nothing is proven without a key, also when everything comes out as recorded', () => {
    const { code, printed } = verify('good', '--replay');
    expect(printed).toMatch(/^CONSISTENT, BUT NOT PROVEN/m);
    expect(code).toBe(3);
  });

  it('gives the difference as JSON, in words and as data', () => {
    const { code, printed } = verify('later', '--vkey', VKEY, '--replay', '--json');
    expect(JSON.parse(printed)).toMatchObject({
      verdict: 1,
      verification: 0,
      first: { kind: 'wrong', file: 'entries.jsonl', entry: 4 },
      replay: {
        differences: [{ entry: 4, act: 'consultation.opened', subject: 'C-1', kind: 'value', place: 'data.closesAt' }],
        unreplayable: [],
      },
    });
    expect(code).toBe(1);
  });
});
