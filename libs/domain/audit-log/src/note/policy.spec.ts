import { noteSigner, cosigner } from './note-signer.js';
import { parsePolicy } from './policy.js';

const key = (name: string, byte: number) => cosigner(name, new Uint8Array(32).fill(byte), 1).key.vkey;
const [x1, x2, x3, y1] = [key('x1', 1), key('x2', 2), key('x3', 3), key('y1', 4)] as const;
const log = noteSigner('table.example/log/t', new Uint8Array(32).fill(9)).key.vkey;

const POLICY = `# two houses
log ${log} https://table.example/log/t
witness X1 ${x1}
witness\tX2 ${x2}  https://x2.example
witness X3 ${x3}
group X 2 X1 X2 X3

witness Y1 ${y1}
group both all X Y1
quorum both
`;

describe('a policy', () => {
  it('names the logs and the witnesses', () => {
    const policy = parsePolicy(POLICY);
    expect(policy.logs.map(({ vkey }) => vkey)).toEqual([log]);
    expect(policy.witnesses.map(({ name }) => name)).toEqual(['x1', 'x2', 'x3', 'y1']);
  });

  test.each([
    [[x1, x2, y1], true],
    [[x1, x2, x3, y1], true],
    [[x1, y1], false],
    [[x1, x2, x3], false],
    [[], false],
  ])('counts the witnesses that cosigned, row %#', (cosigned, met) => {
    expect(parsePolicy(POLICY).isMetBy(new Set(cosigned))).toBe(met);
  });

  it('without witnesses asks for none, and "any" asks for one', () => {
    expect(parsePolicy('quorum none\n').isMetBy(new Set())).toBe(true);
    const any = parsePolicy(`witness A ${x1}\nwitness B ${x2}\ngroup G any A B\nquorum G\n`);
    expect([any.isMetBy(new Set([x2])), any.isMetBy(new Set())]).toEqual([true, false]);
  });

  test.each([
    ['no quorum', `log ${log}\n`, 'no quorum'],
    ['two quorums', 'quorum none\nquorum none\n', 'two quorums'],
    ['an unknown line', 'trust me\n', 'unknown line "trust"'],
    ['a name used before it is defined', `quorum A\nwitness A ${x1}\n`, 'not defined "A"'],
    ['a name defined twice', `witness A ${x1}\nwitness A ${x2}\n`, 'cannot define A'],
    ['the name none', `witness none ${x1}\n`, 'cannot define none'],
    ['the same key twice', `witness A ${x1}\nwitness B ${x1}\n`, 'twice'],
    ['a log key for a witness', `witness A ${log}\n`, 'type 1 instead of 4'],
    ['a witness key for a log', `log ${x1}\n`, 'type 4 instead of 1'],
    ['a member of two groups', `witness A ${x1}\ngroup G any A\ngroup H any A\n`, 'in two groups'],
    ['a threshold above the members', `witness A ${x1}\ngroup G 2 A\n`, 'asks for 2 of 1'],
    ['a threshold of zero', `witness A ${x1}\ngroup G 0 A\n`, 'asks for 0 of 1'],
    ['a group without members', 'group G any\n', 'group line'],
    ['a key that cannot be read', 'log x\n', 'is not a vkey'],
  ])('with %s is refused', (_, text, reason) => {
    expect(() => parsePolicy(text)).toThrow(reason);
  });
});
