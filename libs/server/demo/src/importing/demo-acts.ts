import { Injectable } from '@nestjs/common';
import { ProposeMandate, ProposeModeChange } from '@tavolo/server-decisions';
import { CreatePerson } from '@tavolo/server-identity';
import { DraftProposal } from '@tavolo/server-proposals';
import { CreateArea, CreateOrganisation, CreateTable, FillSeat, GiveRole } from '@tavolo/server-tables';

/** The acts that the import performs beside those on proposals. */
@Injectable()
export class DemoActs {
  constructor(
    readonly createArea: CreateArea,
    readonly createOrganisation: CreateOrganisation,
    readonly createPerson: CreatePerson,
    readonly createTable: CreateTable,
    readonly fillSeat: FillSeat,
    readonly giveRole: GiveRole,
    readonly draftProposal: DraftProposal,
    readonly proposeMandate: ProposeMandate,
    readonly proposeModeChange: ProposeModeChange,
  ) {}
}
