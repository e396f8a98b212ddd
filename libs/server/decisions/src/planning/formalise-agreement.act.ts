import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads, type Agreement, type Procedure } from '@tavolo/governance';
import { canonicalJson, organisationId, type JsonObject } from '@tavolo/kernel';
import { DomainRefusal, type DisclosureDraft } from '@tavolo/server-platform';
import { type Scene } from '@tavolo/server-proposals';
import { OrganisationReader, TablePolicy } from '@tavolo/server-tables';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['agreement.formalised'];

/** What was adopted takes the form of an agreement: who does and who answers for each clause, commitments, measures, the day of review. */
@Injectable()
export class FormaliseAgreement extends ProcedureAct<'agreement.formalised', z.infer<typeof body>> {
  readonly name = 'agreement.formalised';
  readonly body = body;
  override readonly sealed = true;

  constructor(
    policy: TablePolicy,
    private readonly organisations: OrganisationReader,
  ) {
    super(policy);
  }

  protected payload({
    kind,
    responsibilities,
    commitments,
    measures,
    reviewOn,
  }: z.infer<typeof body>): ActPayloads['agreement.formalised'] {
    return {
      kind,
      responsibilities: responsibilities.map(({ clause, does, answers, consulted, informed }) => ({
        clause,
        does: does.map(organisationId),
        answers: answers === null ? null : organisationId(answers),
        consulted: consulted.map(organisationId),
        informed: informed.map(organisationId),
      })),
      commitments: commitments.map(({ holder, ...what }) => ({ ...what, holder: organisationId(holder) })),
      measures,
      reviewOn,
    };
  }

  /** The agreement is in the log as words that can be erased, with a hash by which they can be known again. */
  protected override data(payload: ActPayloads['agreement.formalised']): JsonObject {
    return { agreementHash: createHash('sha256').update(canonicalJson(payload)).digest('base64') };
  }

  protected override disclosures(payload: ActPayloads['agreement.formalised'], { person }: Scene): DisclosureDraft[] {
    return [{ name: 'agreement', value: payload as unknown as JsonObject, subject: person }];
  }

  /** Refuses, once the rules have allowed the act, whoever is named and is no organisation of the installation. */
  protected override async thereafter(after: Procedure, { context }: Scene): Promise<Procedure> {
    const agreement = after.mode === 'planning' ? after.agreement : null;
    const unknown = await this.organisations.unknown(agreement ? namedIn(agreement) : [], context.manager);
    if (unknown.length === 0) return after;
    const rule = '2.3 Planning, adopted → formalised';
    throw new DomainRefusal({ code: 'unknown_option', rule, params: { organisations: unknown } });
  }
}

const namedIn = ({ responsibilities, commitments }: Agreement): readonly string[] => [
  ...responsibilities.flatMap(({ does, answers, consulted, informed }) => [
    ...does,
    ...(answers === null ? [] : [answers]),
    ...consulted,
    ...informed,
  ]),
  ...commitments.map(({ holder }) => holder),
];
