import { Module } from '@nestjs/common';
import { type ProposalAct, ProposalsModule } from '@tavolo/server-proposals';
import { TablesModule } from '@tavolo/server-tables';
import { decisionActClasses, textActClasses } from './acts/act-classes.js';
import { PROPOSAL_ACTS, ProposalActs } from './acts/proposal-acts.js';
import { DueReader } from './due/due.reader.js';
import { DueWork } from './due/due-work.service.js';
import { ProposalActsController } from './http/proposal-acts.controller.js';

const acts = [...textActClasses, ...decisionActClasses];

/** How proposals are decided: the acts of the procedures, and what follows from the clock. */
@Module({
  imports: [TablesModule, ProposalsModule],
  controllers: [ProposalActsController],
  providers: [
    ...acts,
    { provide: PROPOSAL_ACTS, useFactory: (...all: ProposalAct<object>[]) => all, inject: acts },
    ProposalActs,
    DueReader,
    DueWork,
  ],
  exports: [ProposalActs, DueWork],
})
export class DecisionsModule {}
