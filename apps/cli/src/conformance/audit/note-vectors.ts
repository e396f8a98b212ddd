import { base64, openCheckpoint, parseNote, parseVerifierKey, verifyNote } from '@tavolo/audit-log';
import { differs, refusalDiffers, type VectorCase } from '../vector-case.js';

interface NoteVector {
  readonly cases: readonly {
    name: string;
    note: string;
    vkeys: readonly string[];
    verified_by: readonly string[] | null;
  }[];
  readonly bad_vkeys?: readonly string[];
}

interface CheckpointVector {
  readonly cases: readonly {
    name: string;
    note: string;
    vkeys: readonly string[];
    want: { origin: string; size: number; root: string } | null;
  }[];
}

/** Signed notes: verified by exactly the expected keys, or refused. */
export function noteCases({ cases, bad_vkeys = [] }: NoteVector): VectorCase[] {
  return [
    ...cases.map(({ name, note, vkeys, verified_by }) => {
      const verified = () =>
        verifyNote(parseNote(note), vkeys.map(parseVerifierKey)).map(({ key }) => `${key.name}+${key.id}`);
      const check = () =>
        verified_by === null
          ? refusalDiffers(verified, true)
          : differs(verified().toSorted().join(), verified_by.toSorted().join());
      return { name, check };
    }),
    ...bad_vkeys.map((vkey) => ({
      name: `bad vkey ${vkey}`,
      check: () => refusalDiffers(() => parseVerifierKey(vkey), true),
    })),
  ];
}

/** Checkpoints: the expected head, or refused. */
export function checkpointCases({ cases }: CheckpointVector): VectorCase[] {
  return cases.map(({ name, note, vkeys, want }) => {
    const open = () => openCheckpoint(note, vkeys.map(parseVerifierKey));
    const check = () => {
      if (want === null) return refusalDiffers(open, true);
      const { origin, size, root } = open();
      return differs([origin, size, base64(root)].join(), [want.origin, want.size, want.root].join());
    };
    return { name, check };
  });
}
