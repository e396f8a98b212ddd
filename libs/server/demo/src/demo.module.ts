import { Module } from '@nestjs/common';
import { DemoImport } from './demo-import.js';
import { DemoState } from './demo-state.reader.js';
import { ProposalsModule } from '@tavolo/server-proposals';
import { DemoActs } from './importing/demo-acts.js';

/** The demonstration area. Only demo mode imports it. */
@Module({ imports: [ProposalsModule], providers: [DemoActs, DemoState, DemoImport], exports: [DemoImport] })
export class DemoModule {}
