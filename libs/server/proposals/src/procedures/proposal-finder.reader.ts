import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { findProposal, type ProposalState } from './procedure-store.repository.js';

/** Finds proposals outside acts. It applies no policy: what it gives is not for readers. */
@Injectable()
export class ProposalFinder {
  constructor(private readonly database: DataSource) {}

  /** The proposal of that key or id as it was last recorded, or `null`. */
  async find(keyOrId: string): Promise<ProposalState | null> {
    return findProposal(this.database.manager, keyOrId);
  }
}
