const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  return sum;
});

/** The sum that a zip keeps of each file (CRC-32, ISO 3309). */
export const zipSum = (bytes: Uint8Array): number =>
  ~bytes.reduce((sum, byte) => (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0), 0xffffffff) >>> 0;

/** The sums of a zip's files by name, from its directory at the end (PKWARE APPNOTE 4.3.12 and 4.3.16); `null` where there is none. */
export function statedSums(zip: Uint8Array): ReadonlyMap<string, number> | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return null;
  const sums = new Map<string, number>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && at + 46 <= end; left -= 1) {
    const name = view.getUint16(at + 28, true);
    sums.set(new TextDecoder().decode(zip.subarray(at + 46, at + 46 + name)), view.getUint32(at + 16, true));
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}
