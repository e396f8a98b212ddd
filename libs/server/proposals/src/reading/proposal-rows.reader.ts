import { type AmendmentView, type ProposalSummary, type VersionView } from '@tavolo/contracts';
import {
  advance,
  givenMandate,
  nextDue,
  standingOf,
  withStanding,
  type Mandate,
  type NegotiatingMandate,
  type Procedure,
  type Sector,
} from '@tavolo/governance';
import { instant, type Instant, type Language, type MemberId, type Words } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Joint } from '../records/proposal.record.js';
import { isUuid } from '../procedures/procedure-store.repository.js';

/** A proposal as it was last recorded, without its versions. */
export interface ProposalRow {
  readonly id: string;
  readonly key: string;
  readonly table: string;
  readonly kind: 'proposal' | 'consultation';
  readonly title: Words;
  readonly origin: Sector;
  readonly language: Language;
  readonly sponsors: readonly MemberId[];
  /** Whose joint proposal it is; `null` where it is none. */
  readonly joint: Joint | null;
  readonly changedAt: Instant;
  readonly procedure: Procedure;
  readonly revision: number;
}

/** A proposal with everything that belongs to it. */
export interface WholeProposal extends ProposalRow {
  readonly versions: readonly VersionView[];
  readonly amendments: readonly AmendmentView[];
}

type Row<Of> = Omit<Of, 'changedAt'> & { readonly changedAt: Date; readonly mandate: Mandate | null };
type VersionRow = Omit<VersionView, 'frozenAt' | 'clauses'> & {
  readonly frozenAt: string;
  readonly text: {
    readonly clauses: readonly { readonly id: string; readonly blocks: VersionView['clauses'][number]['blocks'] }[];
  };
  readonly words: Readonly<Record<string, Words>>;
};
type WholeRow = Row<ProposalRow> & {
  readonly versions: readonly VersionRow[];
  readonly amendments: readonly (Omit<AmendmentView, 'at'> & { readonly at: string })[];
};

const columns = `p.id, p.key, p.table_id as "table", p.kind, p.title, p.origin, p.language, p.sponsors, p.joint,
  p.changed_at as "changedAt", pp.value as procedure, pp.revision, m.value as mandate`;
const joined = `from proposal p join proposal_procedure pp on pp.proposal_id = p.id
  left join mandate m on pp.mode = 'auto_administration' and m.key = pp.value #>> '{mandate,key}'`;

/** Proposals for readers, in one query each. It applies no policy. */
@Injectable()
export class ProposalRows {
  constructor(private readonly database: DataSource) {}

  /** The proposal of that key or id with its versions, oldest first, and its amendments in the order in which they came. */
  async whole(keyOrId: string): Promise<WholeProposal | null> {
    const rows = await this.database.query<WholeRow[]>(
      `select ${columns},
         (select coalesce(json_agg(json_build_object('n', v.n, 'frozenAt', v.frozen_at, 'by', v.contributors,
            'textHash', v.text_hash, 'stateHash', v.state_hash, 'text', v.text, 'words', v.words) order by v.n), '[]')
          from proposal_version v where v.proposal_id = p.id) as versions,
         (select coalesce(json_agg(json_build_object('key', a.key, 'version', a.version, 'clause', a.clause, 'by', a.by,
            'kind', a.kind, 'text', a.text, 'outcome', a.outcome, 'reason', a.reason, 'at', a.at) order by a.at, a.key), '[]')
          from proposal_amendment a where a.proposal_id = p.id) as amendments
       ${joined} where ${isUuid(keyOrId) ? 'p.id' : 'p.key'} = $1`,
      [keyOrId],
    );
    const row = rows[0];
    if (!row) return null;
    return {
      ...toRow(row),
      versions: row.versions.map(toVersion),
      amendments: row.amendments.map((amendment) => ({ ...amendment, at: instant(amendment.at) })),
    };
  }

  /** The decisions that were begun under these mandates, the one that changed last first. */
  async underMandates(mandates: readonly string[]): Promise<ProposalRow[]> {
    if (mandates.length === 0) return [];
    const rows = await this.database.query<Row<ProposalRow>[]>(
      `select ${columns} ${joined} where pp.mode = 'auto_administration' and pp.value #>> '{mandate,key}' = any($1::text[])
       order by p.changed_at desc, p.key`,
      [mandates],
    );
    return rows.map(toRow);
  }

  /** The proposals of these tables, the one that changed last first. */
  async ofTables(tables: readonly string[]): Promise<ProposalRow[]> {
    if (tables.length === 0) return [];
    const rows = await this.database.query<Row<ProposalRow>[]>(
      `select ${columns} ${joined} where p.table_id = any($1::uuid[]) order by p.changed_at desc, p.key`,
      [tables],
    );
    return rows.map(toRow);
  }
}

const toRow = <R extends Row<ProposalRow>>(row: R): Omit<R, 'changedAt'> & { readonly changedAt: Instant } => ({
  ...row,
  changedAt: instant(row.changedAt),
  procedure: told(row),
});

/** A decision under a mandate is given as it is told of that mandate. */
const told = ({ mandate, procedure, key }: Row<ProposalRow>): Procedure =>
  mandate ? withStanding(procedure, standingOf(mandate, key)) : procedure;

function toVersion({ text, words, frozenAt, ...version }: VersionRow): VersionView {
  return {
    ...version,
    frozenAt: instant(frozenAt),
    clauses: text.clauses.map(({ id, blocks }, index) => ({ id, number: index + 1, text: words[id] ?? {}, blocks })),
  };
}

/** The proposal at `now`: what the clock has brought about is there, also when nobody has recorded it yet. */
export function at<P extends ProposalRow>(row: P, now: Instant): P {
  return { ...row, procedure: advance(row.procedure, now).procedure };
}

const hasOwnDeadline = ({ mode }: Procedure): boolean => mode === 'auto_regulation' || mode === 'auto_administration';

/** The line of a proposal in lists. `row` is as `at` gives it. */
export function summaryOf({ key, kind, title, origin, joint, changedAt, procedure }: ProposalRow): ProposalSummary {
  const mandate = procedure.mode === 'planning' ? givenMandate(procedure.mandates) : null;
  return {
    key,
    kind,
    title,
    origin,
    mode: procedure.mode,
    stage: procedure.stage,
    // A withdrawal falls due in a charter without ending its stage; so does the end of a mandate in a draft.
    deadline: hasOwnDeadline(procedure) ? procedure.deadline : nextDue(procedure),
    version: procedure.versions.at(-1)?.version ?? 0,
    changedAt,
    deviation: procedure.mode === 'consultation' && procedure.decision?.deviation.held === true,
    ...(mandate && { mandate: limitsOf(mandate) }),
    ...(joint && { joint: { organisations: joint.organisations.length, people: joint.people } }),
  };
}

const limitsOf = ({ spokesperson, deputy, may, mayNot, until }: NegotiatingMandate): ProposalSummary['mandate'] => ({
  spokesperson,
  deputy,
  may,
  mayNot,
  until,
});
