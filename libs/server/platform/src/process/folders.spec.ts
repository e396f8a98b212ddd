import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireWritable } from './folders.js';

describe('the data folder', () => {
  let place: string;

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'tavolo-folders-'));
  });

  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it('is made with the folders above it, and left empty', () => {
    requireWritable(join(place, 'some/where'));
    expect(readdirSync(join(place, 'some/where'))).toEqual([]);
  });

  it('keeps what lies in it', () => {
    writeFileSync(join(place, 'mode'), 'demo\n');
    requireWritable(place);
    expect(readdirSync(place)).toEqual(['mode']);
  });

  it('is refused in plain words where a file stands in the way', () => {
    writeFileSync(join(place, 'file'), '');
    expect(() => requireWritable(join(place, 'file/data'))).toThrow(
      `The data folder ${join(place, 'file/data')} cannot be used: something on the way to it is a file. Make it writable or make room, or set TAVOLO_DATA to another folder.`,
    );
  });

  it('is refused in plain words where nobody may write', () => {
    // Not even root makes a folder there.
    expect(() => requireWritable('/proc/1/data')).toThrow(/^The data folder .* cannot be used: .*TAVOLO_DATA/);
  });
});
