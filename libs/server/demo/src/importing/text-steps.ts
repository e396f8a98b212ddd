import { type ProposalText } from '@tavolo/contracts';
import { plusMillis, type Language } from '@tavolo/kernel';
import { type DemoProposal, type DemoVersion } from '../demo-data.js';
import { type DemoActs } from './demo-acts.js';
import { localMoment, otherLanguage, type DemoScript, type Step } from './step.js';

/** The clauses of a version as a text in one language. */
export const textOf = ({ clauses }: DemoVersion, language: Language): ProposalText => ({
  clauses: clauses.map(({ id, text }) => ({
    id,
    blocks: [{ type: 'paragraph', content: [{ type: 'text', text: text[language] }] }],
  })),
});

/** The version of a proposal by number. */
export function versionOf({ id, versions }: DemoProposal, n: number): DemoVersion {
  const version = versions.find((one) => one.n === n);
  if (!version) throw new Error(`${id} has no version ${n}`);
  return version;
}

/** Begins a proposal under its own key. */
export function draftStep(
  { language }: DemoScript,
  acts: DemoActs,
  proposal: DemoProposal,
  date: string,
  time: string,
): Step {
  return {
    at: localMoment(date, time),
    run: async (scene, at) => {
      const [sponsor = ''] = proposal.sponsors;
      const command = {
        table: proposal.tableId,
        title: proposal.title[language],
        language,
        key: proposal.id,
        translations: { [otherLanguage(language)]: proposal.title[otherLanguage(language)] },
        sponsors: proposal.sponsors.map((person) => scene.member(proposal.tableId, person)),
        origin: proposal.origin,
      };
      await scene.run(acts.draftProposal, command, scene.who(sponsor), at, `draft:${proposal.id}`);
    },
  };
}

/** Writes a version's words as the first of its authors. */
export function writeStep(
  { language }: DemoScript,
  proposal: DemoProposal,
  n: number,
  date: string,
  time: string,
): Step {
  const version = versionOf(proposal, n);
  return {
    at: localMoment(date, time),
    run: async (scene, at) => {
      const [author = ''] = version.by;
      await scene.write(proposal.id, proposal.tableId, author, n, textOf(version, language), at);
    },
  };
}

/** Sets the other language beside a frozen version, `shift` milliseconds after that time. */
export function translateStep(
  { language }: DemoScript,
  proposal: DemoProposal,
  n: number,
  date: string,
  time: string,
  shift = 0,
): Step {
  const version = versionOf(proposal, n);
  const other = otherLanguage(language);
  return {
    at: plusMillis(localMoment(date, time), shift),
    run: async (scene, at) => {
      const words = Object.fromEntries(version.clauses.map(({ id, text }) => [id, { [other]: text[other] }]));
      await scene.act(
        'version.translated',
        proposal.id,
        proposal.sponsors[0] ?? '',
        { version: n, words },
        at,
        `translate:${n}`,
      );
    },
  };
}
