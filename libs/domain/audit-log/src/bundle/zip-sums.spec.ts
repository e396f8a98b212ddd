import { unzipBundle, zipBundle } from './bundle-files.js';
import { statedSums, zipSum } from './zip-sums.js';

const text = (words: string) => new TextEncoder().encode(words);

describe('the sums of a zip', () => {
  it('are CRC-32, with the published check value', () => {
    // "check" of CRC-32/ISO-HDLC in the Catalogue of parametrised CRC algorithms (G. Cook).
    expect(zipSum(text('123456789'))).toBe(0xcbf43926);
  });

  it('are those of the files, and no byte is changed in one of them without being found', () => {
    const disclosures = text('WyJzYWx0IiwicmVhc29uIiwiQmVjYXVzZSJd\n'.repeat(40));
    const files = new Map([
      ['entries.jsonl', text('{"act":"vote.cast"}\n')],
      ['disclosures.txt', disclosures],
    ]);
    const zip = zipBundle(files);
    expect(statedSums(zip)?.get('disclosures.txt')).toBe(zipSum(disclosures));
    expect([...unzipBundle(zip).keys()].sort()).toEqual(['disclosures.txt', 'entries.jsonl']);
    const name = Buffer.from(zip).indexOf('disclosures.txt') + 'disclosures.txt'.length;
    const directory = Buffer.from(zip).indexOf('PK\u0001\u0002');
    const read = (changed: Uint8Array) => {
      try {
        return unzipBundle(changed).get('disclosures.txt');
      } catch {
        return 'refused';
      }
    };
    const outcomes = Array.from({ length: directory - name }, (_, at) =>
      read(zip.with(name + at, (zip[name + at] ?? 0) ^ 1)),
    );
    // Packing leaves a few bits without meaning; whatever has one is found.
    expect(
      outcomes.filter((outcome) => outcome !== 'refused' && !Buffer.from(outcome ?? []).equals(disclosures)),
    ).toEqual([]);
    expect(outcomes.filter((outcome) => outcome === 'refused').length).toBeGreaterThan(outcomes.length / 2);
  });

  it('are none where there is no directory', () => {
    expect(statedSums(text('no zip'))).toBeNull();
  });
});
