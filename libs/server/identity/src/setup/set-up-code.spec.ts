import { isSetUpCode, newSetUpCode, setUpCodeHash } from './set-up-code.js';

describe('the code to set up an installation', () => {
  it('is four groups that can be read aloud, another one each time', () => {
    expect(newSetUpCode()).toMatch(/^([2-9A-HJ-NP-TV-Z]{4}-){3}[2-9A-HJ-NP-TV-Z]{4}$/);
    expect(newSetUpCode()).not.toBe(newSetUpCode());
  });

  it('is known again without dashes and in small letters, and nothing else is', () => {
    const code = newSetUpCode();
    const hash = setUpCodeHash(code);
    expect(isSetUpCode(` ${code.toLowerCase().replaceAll('-', ' ')} `, hash)).toBe(true);
    expect(isSetUpCode(newSetUpCode(), hash)).toBe(false);
  });
});
