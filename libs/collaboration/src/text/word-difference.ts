/** A stretch of words that both versions have, or only the later (`added`) or only the earlier one (`removed`). */
export interface WordPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * Compares two texts word by word by a longest common subsequence. The `same` and `removed` pieces together are exactly
 * the earlier text, the `same` and `added` pieces the later one. Time grows with the product of the two lengths after
 * what they share at both ends is set aside, memory only with their sum.
 */
export function differenceOfWords(earlier: string, later: string): WordPiece[] {
  const before = words(earlier);
  const after = words(later);
  const numbers = new Map<string, number>();
  const number = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  const kept = commonSubsequence(before.map(number), after.map(number));
  const pieces: WordPiece[] = [];
  let i = 0;
  let j = 0;
  for (const [keptBefore, keptAfter] of [...kept, [before.length, after.length] as const]) {
    push(pieces, 'removed', before.slice(i, keptBefore).join(''));
    push(pieces, 'added', after.slice(j, keptAfter).join(''));
    push(pieces, 'same', before[keptBefore] ?? '');
    i = keptBefore + 1;
    j = keptAfter + 1;
  }
  return joinAcrossSpaces(pieces);
}

function words(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
}

function push(pieces: WordPiece[], kind: WordPiece['kind'], text: string): void {
  if (text === '') return;
  const last = pieces.at(-1);
  if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
  else pieces.push({ kind, text });
}

/** A space that happens to be equal between two changed stretches would cut a phrase into confetti: it joins them. */
function joinAcrossSpaces(pieces: readonly WordPiece[]): WordPiece[] {
  const joined: WordPiece[] = [];
  let removed = '';
  let added = '';
  const close = (): void => {
    push(joined, 'removed', removed);
    push(joined, 'added', added);
    removed = '';
    added = '';
  };
  pieces.forEach((piece, index) => {
    if (piece.kind === 'removed') removed += piece.text;
    else if (piece.kind === 'added') added += piece.text;
    else if (/^\s+$/u.test(piece.text) && removed !== '' && added !== '' && index + 1 < pieces.length) {
      removed += piece.text;
      added += piece.text;
    } else {
      close();
      push(joined, 'same', piece.text);
    }
  });
  close();
  return joined;
}

type Pair = readonly [before: number, after: number];

/** Positions of a longest common subsequence, in order. */
export function commonSubsequence(a: readonly number[], b: readonly number[]): Pair[] {
  const pairs: Pair[] = [];
  hirschberg(Int32Array.from(a), Int32Array.from(b), 0, 0, pairs);
  return pairs;
}

function hirschberg(a: Int32Array, b: Int32Array, offsetA: number, offsetB: number, pairs: Pair[]): void {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    pairs.push([offsetA + start, offsetB + start]);
    start++;
  }
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  middle(a.subarray(start, endA), b.subarray(start, endB), offsetA + start, offsetB + start, pairs);
  for (let i = endA, j = endB; i < a.length; i++, j++) pairs.push([offsetA + i, offsetB + j]);
}

function middle(a: Int32Array, b: Int32Array, offsetA: number, offsetB: number, pairs: Pair[]): void {
  if (a.length === 0 || b.length === 0) return;
  if (a.length === 1) {
    const found = b.indexOf(a[0] ?? -1);
    if (found >= 0) pairs.push([offsetA, offsetB + found]);
    return;
  }
  const half = a.length >> 1;
  const head = lengths(a.subarray(0, half), b);
  const tail = lengths(a.slice(half).reverse(), b.slice().reverse());
  let best = -1;
  let cut = 0;
  for (let j = 0; j <= b.length; j++) {
    const sum = (head[j] ?? 0) + (tail[b.length - j] ?? 0);
    if (sum > best) {
      best = sum;
      cut = j;
    }
  }
  hirschberg(a.subarray(0, half), b.subarray(0, cut), offsetA, offsetB, pairs);
  hirschberg(a.subarray(half), b.subarray(cut), offsetA + half, offsetB + cut, pairs);
}

/** Lengths of the longest common subsequences of `a` with each beginning of `b`. */
function lengths(a: Int32Array, b: Int32Array): Int32Array {
  const row = new Int32Array(b.length + 1);
  for (const word of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      const left = row[j - 1] ?? 0;
      row[j] = word === b[j - 1] ? diagonal + 1 : above > left ? above : left;
      diagonal = above;
    }
  }
  return row;
}
