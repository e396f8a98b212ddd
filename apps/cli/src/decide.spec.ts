import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { presetOf, rulebookFrom } from '@tavolo/governance';
import { run } from './run.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tavolo-decide-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function decide(content: unknown, args: readonly string[] = [], locale = 'en_GB.UTF-8') {
  const printed: string[] = [];
  const complaints: string[] = [];
  writeFileSync(join(folder, 'case.json'), typeof content === 'string' ? content : JSON.stringify(content));
  const code = run(['decide', 'case.json', ...args], {
    folder,
    locale,
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, printed: printed.join('\n'), complaints: complaints.join('\n') };
}

const seats = ['a', 'b', 'c', 'd'].map((seat, index) => ({ seat, sector: index < 2 ? 'public' : 'third_sector' }));
const date = '2026-11-24';
const codesign = { preset: 'it-art55-co-design', date, seats };

describe('tavolo decide', () => {
  it('decides the example of its description, word for word', () => {
    const page = readFileSync(new URL('../../../docs/decide.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/u.exec(page) ?? [];
    const [, answer = ''] = /```\n(Rules [\s\S]*?)```/u.exec(page) ?? [];
    const { code, printed } = decide(example);
    expect(printed.split('\n\nWhere the rules come from:')[0]).toBe(answer.trim());
    expect(printed).toContain('Law: Constitution of the International Labour Organization');
    expect(code).toBe(3);
  });

  it('adopts, and rejects where one party has more no than yes', () => {
    expect(decide({ ...codesign, votes: { a: 'yes', b: 'yes', c: 'yes' } }).code).toBe(0);
    const refused = decide({ ...codesign, votes: { a: 'yes', b: 'yes', c: 'yes', d: 'no' } });
    expect(refused.printed).toContain('VERDICT: rejected');
    expect(refused.printed).toContain('✗ Third sector: not agreed (yes: 1, no: 1). More yes than no is needed.');
    expect(refused.code).toBe(1);
  });

  it('refuses a seat under whose name a vote would be lost', () => {
    const votes = JSON.stringify({ a: 'yes', b: 'yes', c: 'yes', d: 'yes' }).replace('"d"', '"__proto__"');
    const named = seats.map((one) => (one.seat === 'd' ? { ...one, seat: '__proto__' } : one));
    const { code, complaints } = decide(
      `{"preset":"it-art55-co-design","date":"${date}","seats":${JSON.stringify(named)},"votes":${votes}}`,
    );
    expect(complaints).toContain('seats.3.seat');
    expect(code).toBe(2);
  });

  it('needs every member under the rules of a Welsh board', () => {
    const three = { preset: 'wales-services-board', date, seats, presence: ['a', 'b', 'c'] };
    const { code, printed } = decide({ ...three, votes: { a: 'yes', b: 'yes', c: 'yes' } });
    expect(printed).toContain('✗ Seats taking part: 3 of 4; needed: 4 (at least 1⁄1).');
    expect(code).toBe(3);
  });

  it('rejects a tie of a youth committee, and flags a vacant seat without weighing votes anew', () => {
    const committee = ['a', 'b', 'c', 'd', 'e'].map((seat, index) => ({
      seat,
      sector: index < 3 ? 'public' : 'third_sector',
      organisation: index < 3 ? 'council' : seat,
      vacant: seat === 'c',
    }));
    const votes = { a: 'yes', b: 'yes', d: 'no', e: 'no' };
    const { code, printed } = decide({ preset: 'de-youth-committee', date, seats: committee, votes });
    expect(printed).toContain('VERDICT: rejected');
    expect(printed).toContain('✗ Public bodies, vacant seats: 1.');
    expect(code).toBe(1);
  });

  it('asks holders for the larger majority when a decision spends', () => {
    const families = ['a', 'b', 'c', 'd', 'e'].map((seat) => ({ seat, sector: 'citizens' }));
    const given = { preset: 'se-parent-cooperative', date, seats: families, votes: { a: 'yes', b: 'yes', c: 'no' } };
    expect(decide(given).code).toBe(0);
    expect(decide({ ...given, spending: true }).code).toBe(1);
  });

  it('says what the seats of a consultation say, and whether the decision departs from it', () => {
    const votes = { a: 'contrary', b: 'contrary', c: 'favourable' };
    const { code, printed } = decide({ preset: 'nl-reasoned-advice', date, seats, votes, decision: 'adopted' });
    expect(printed).toContain('VERDICT: the seats are against; the institution decides');
    expect(printed).toContain('Adopted although the contrary opinion prevails (2 to 1).');
    expect(code).toBe(1);
  });

  it('puts a charter into force when enough sign and nobody objects', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((seat, index) => ({
      seat,
      sector: ['public', 'third_sector', 'citizens'][index % 3],
    }));
    const signed = Object.fromEntries(six.map(({ seat }) => [seat, 'signed']));
    const charter = { preset: 'consent-charter', date, seats: [...six, { seat: 'g', sector: 'market' }] };
    expect(decide({ ...charter, votes: signed }).code).toBe(0);
    expect(decide({ ...charter, votes: { ...signed, g: 'objection' } }).code).toBe(1);
  });

  it('speaks the language of the terminal, or the one that is asked for', () => {
    const given = { ...codesign, votes: { a: 'yes', b: 'yes', c: 'yes' } };
    expect(decide(given, [], 'it_IT.UTF-8').printed).toContain('ESITO: adottato');
    expect(decide(given, ['--lang', 'it']).printed).toContain('Data      24 novembre 2026');
    expect(decide(given, ['--lang', 'en'], 'it_IT.UTF-8').printed).toContain('VERDICT: adopted');
    expect(decide(given, ['--lang', 'de']).complaints).toContain('--lang: en | it.');
  });

  it('gives the verdict and its explanation as data', () => {
    const { printed } = decide({ ...codesign, votes: { a: 'yes', b: 'yes', c: 'yes' } }, ['--json']);
    expect(JSON.parse(printed)).toMatchObject({ verdict: 'adopted', explanations: [{ key: 'result.adopted' }] });
  });

  it('decides under a whole rulebook, from the day of its adoption on', () => {
    const name = {
      key: 'RB-9',
      version: 4,
      adoptedOn: date,
      zone: 'Europe/Rome',
      holidays: { country: 'IT' as const, local: [] },
    };
    const rulebook = rulebookFrom(presetOf('it-art55-co-design'), name, ['public', 'third_sector']);
    const given = { rulebook, date, seats, votes: { a: 'yes', b: 'yes', c: 'yes' } };
    expect(decide(given).printed).toContain('Rules     RB-9, version 4');
    const early = decide({ ...given, date: '2026-11-23' });
    expect(early.complaints).toBe(
      'On 23 November 2026 the rulebook was not in force yet: it was adopted on 24 November 2026.',
    );
    expect(early.code).toBe(2);
  });

  const votes = { a: 'yes' };
  it.each([
    ['{', 'case.json is not JSON: '],
    [{ ...codesign }, 'votes is missing.'],
    [{ ...codesign, votes, chair: 'a' }, 'JSON has something that is not known here: chair.'],
    [{ ...codesign, votes, preset: 'monarchy' }, 'preset must be one of: it-zone-plan-table, '],
    [{ date, seats, votes }, 'it needs either "rulebook" or "preset".'],
    [{ ...codesign, votes: { z: 'yes' } }, 'votes names the seat z, which is not among the seats.'],
    [
      { ...codesign, votes: { a: 'favourable' } },
      'Seat a says "favourable"; under these rules it can say: yes, no and abstain.',
    ],
    [{ ...codesign, votes, presence: ['b'] }, 'Seat a is not present and cannot vote.'],
    [{ ...codesign, votes, seats: [...seats, seats[0]] }, 'Seat a is listed twice.'],
    [{ ...codesign, votes, seats: [{ ...seats[0], recused: true }] }, 'Seat a is recused and cannot vote.'],
    [{ ...codesign, votes, seats: [{ ...seats[0], right: 'voice' }] }, 'Seat a has a voice and no vote.'],
    [
      { ...codesign, votes, call: 2, firstCallOn: date },
      'The second call is possible from 25 November 2026 on, and the case is of 24 November 2026.',
    ],
    [{ ...codesign, votes, preset: 'wales-services-board', call: 2 }, 'The rules have no second call.'],
    [{ ...codesign, votes, preset: 'it-participatory-budget' }, 'decide nothing by yes and no'],
  ])('explains what is not in order: %#', (content, sentence) => {
    const { code, complaints, printed } = decide(content);
    expect(complaints).toContain(sentence);
    expect([code, printed]).toEqual([2, '']);
  });
});
