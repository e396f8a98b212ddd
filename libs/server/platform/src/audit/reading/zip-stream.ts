import { Zip, ZipDeflate } from 'fflate';

export interface ZipFile {
  readonly path: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A fixed time: the same files make the same zip. */
const FILE_TIME = new Date('1980-01-01T00:00:00');

/** A zip piece by piece, as its files are read. Paths are the caller's own words, never a client's. */
export async function* zipStream(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    failure ??= error;
    ready.push(chunk);
  });
  const takeReady = (): Uint8Array[] => {
    if (failure) throw failure;
    const taken = ready.filter((chunk) => chunk.length > 0);
    ready = [];
    return taken;
  };
  for await (const { path, content } of files) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = FILE_TIME;
    zip.add(file);
    for await (const chunk of content) {
      file.push(chunk);
      yield* takeReady();
    }
    file.push(new Uint8Array(), true);
    yield* takeReady();
  }
  zip.end();
  yield* takeReady();
}
