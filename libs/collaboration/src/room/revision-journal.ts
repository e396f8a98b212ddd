import { type AcceptedUpdate, type DocumentRevision } from './ports.js';

interface Tally {
  readonly contributors: Map<string, { updates: number; bytes: number }>;
  readonly from: number;
  to: number;
}

/** Gathers who changed what since the last revision, for the audit log. */
export class RevisionJournal {
  private readonly tallies = new Map<string, Tally>();

  note(update: AcceptedUpdate): void {
    let tally = this.tallies.get(update.documentId);
    if (!tally) {
      tally = { contributors: new Map(), from: update.at, to: update.at };
      this.tallies.set(update.documentId, tally);
    }
    const contributor = tally.contributors.get(update.member) ?? { updates: 0, bytes: 0 };
    contributor.updates++;
    contributor.bytes += update.update.length;
    tally.contributors.set(update.member, contributor);
    tally.to = update.at;
  }

  /** Takes out the revisions of one document or of all. */
  take(documentId?: string): DocumentRevision[] {
    const ids = documentId === undefined ? [...this.tallies.keys()] : [documentId];
    return ids.flatMap((id) => {
      const tally = this.tallies.get(id);
      if (!tally) return [];
      this.tallies.delete(id);
      const contributors = [...tally.contributors].map(([member, counts]) => ({ member, ...counts }));
      return [{ documentId: id, contributors, from: tally.from, to: tally.to }];
    });
  }
}
