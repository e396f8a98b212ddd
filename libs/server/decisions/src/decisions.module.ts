import { Global, Module, type Type } from '@nestjs/common';
import { type ProposalAct, ProposalsModule } from '@tavolo/server-proposals';
import { Expectations, TableContents } from '@tavolo/server-tables';
import { decisionActClasses, mandateActClasses, modeChangeActClasses, textActClasses } from './acts/act-classes.js';
import { PROPOSAL_ACTS, ProposalActs } from './acts/proposal-acts.js';
import { MandateActs } from './auto-administration/mandate-acts.js';
import { DueReader } from './due/due.reader.js';
import { DueWork } from './due/due-work.service.js';
import { MandatesController } from './http/mandates.controller.js';
import { ModeChangesController } from './http/mode-changes.controller.js';
import { ProposalActsController } from './http/proposal-acts.controller.js';
import { ModeChangeActs } from './mode-changes/mode-change-acts.js';
import { OwnExpectations } from './reading/own-expectations.reader.js';
import { ProposalsOnTables } from './reading/table-contents.reader.js';
import { ReminderRepository } from './reminders/reminder.repository.js';
import { Reminders } from './reminders/reminders.service.js';

const acts: Type<object>[] = [...textActClasses, ...decisionActClasses];

/** How proposals are decided: the acts of the procedures, and what follows from the clock. Global: tables ask what lies on them. */
@Global()
@Module({
  imports: [ProposalsModule],
  controllers: [ProposalActsController, MandatesController, ModeChangesController],
  providers: [
    ...acts,
    ...mandateActClasses,
    MandateActs,
    ...modeChangeActClasses,
    ModeChangeActs,
    { provide: PROPOSAL_ACTS, useFactory: (...all: ProposalAct<object>[]) => all, inject: acts },
    ProposalActs,
    DueReader,
    DueWork,
    ProposalsOnTables,
    OwnExpectations,
    ReminderRepository,
    Reminders,
    { provide: TableContents, useExisting: ProposalsOnTables },
    { provide: Expectations, useExisting: OwnExpectations },
  ],
  exports: [
    ProposalActs,
    MandateActs,
    ...mandateActClasses,
    ModeChangeActs,
    ...modeChangeActClasses,
    DueWork,
    TableContents,
    Expectations,
  ],
})
export class DecisionsModule {}
