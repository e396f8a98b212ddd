import { type ActName, type ProposalText } from '@tavolo/contracts';
import { type Instant } from '@tavolo/kernel';
import { type Act, type ActRunner, type Who } from '@tavolo/server-platform';
import { type MandateActName, type ModeChangeActName } from '@tavolo/governance';
import { type MandateActs, type ModeChangeActs, type ProposalActs } from '@tavolo/server-decisions';
import { type ProposalFinder, type TextImport } from '@tavolo/server-proposals';
import { createHash } from 'node:crypto';

/** Ids of what was imported so far, by the keys of the data. */
export interface Imported {
  readonly people: Map<string, string>;
  readonly organisations: Map<string, string>;
  /** Pseudonym of a person at a table, by `T-FAM:m02`. */
  readonly members: Map<string, string>;
}

/** Runs acts of the past: each once, also when an import that was broken off is taken up again. */
export class DemoScene {
  readonly imported: Imported = { people: new Map(), organisations: new Map(), members: new Map() };

  constructor(
    private readonly runner: ActRunner,
    private readonly acts: ProposalActs,
    private readonly texts: TextImport,
    private readonly proposals: ProposalFinder,
    private readonly mandates: MandateActs,
    private readonly modeChanges: ModeChangeActs,
  ) {}

  /** The key under which a step of the import is done once. */
  private key(step: string): string {
    const hex = createHash('sha256').update(`demo:${step}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  run<Command, Outcome>(
    act: Act<Command, Outcome>,
    command: unknown,
    who: Who,
    at: Instant,
    step: string,
  ): Promise<Outcome> {
    return this.runner.run(act, command, who, { at, idempotencyKey: this.key(step) });
  }

  /** An act on a proposal by a person of the data. */
  async act(name: ActName, proposal: string, person: string, body: object, at: Instant, step: string): Promise<void> {
    await this.acts.perform(name, proposal, body, this.who(person), {
      at,
      idempotencyKey: this.key(`${proposal}:${name}:${step}`),
    });
  }

  /** An act on a mandate by a person of the data. */
  async onMandate(name: MandateActName, mandate: string, person: string, body: object, at: Instant): Promise<void> {
    const idempotencyKey = this.key(`${mandate}:${name}`);
    await this.mandates.perform(name, mandate, body, this.who(person), { at, idempotencyKey });
  }

  /** An act on a change of mode by a person of the data. */
  async onModeChange(name: ModeChangeActName, key: string, person: string, body: object, at: Instant): Promise<void> {
    const idempotencyKey = this.key(`${key}:${name}:${person}`);
    await this.modeChanges.perform(name, key, body, this.who(person), { at, idempotencyKey });
  }

  /** Writes a text as its member; versions that are frozen already are left alone. Returns the hash by which it is confirmed. */
  async write(
    proposal: string,
    table: string,
    person: string,
    version: number,
    text: ProposalText,
    at: Instant,
  ): Promise<string> {
    const state = await this.proposals.find(proposal);
    if (!state) throw new Error(`the demonstration has no proposal ${proposal} yet`);
    const frozen = state.procedure.versions.find((one) => one.version >= version);
    if (frozen) return frozen.textHash;
    return this.texts.write({ proposal: state.id, member: this.member(table, person), text, at });
  }

  who(person: string): Who {
    return { kind: 'person', person: this.person(person), session: 'import' };
  }

  person(key: string): string {
    return known(this.imported.people, key);
  }

  organisation(key: string): string {
    return known(this.imported.organisations, key);
  }

  member(table: string, person: string): string {
    return known(this.imported.members, `${table}:${person}`);
  }
}

function known(map: ReadonlyMap<string, string>, key: string): string {
  const id = map.get(key);
  if (id === undefined) throw new Error(`the demonstration does not know ${key}`);
  return id;
}
