import { type ActName, type ProposedTerms } from '@tavolo/contracts';
import { localDateOf, plusDays } from '@tavolo/kernel';
import { type DueWork } from '@tavolo/server-decisions';
import { type DemoMandate, type DemoProposal } from '../demo-data.js';
import { ballotSteps } from './ballot-steps.js';
import { type DemoActs } from './demo-acts.js';
import { localMoment, moment, type DemoScript, type Step } from './step.js';
import { draftStep, translateStep, versionOf, writeStep } from './text-steps.js';

/** A mandate of the data, and everything that was decided under it. */
export function mandateSteps(script: DemoScript, acts: DemoActs, due: DueWork, id: string): Step[] {
  const { data } = script;
  const mandate = data.mandates.find((one) => one.id === id);
  if (!mandate) throw new Error(`the demonstration has no mandate ${id}`);
  const decisions = data.proposals.filter(
    ({ tableId, kind }) => tableId === mandate.tableId && kind === 'mandate_decision',
  );
  return [
    ...grantSteps(script, acts, mandate),
    ...decisions.flatMap((decision) => decisionSteps(script, acts, due, decision)),
  ];
}

/** The institution proposes the mandate and grants it; who sits there for it is who calls in. */
function grantSteps(script: DemoScript, acts: DemoActs, mandate: DemoMandate): Step[] {
  const { data, language } = script;
  const { id, tableId, grantedBy, grantedOn: date } = mandate;
  const granted = data.timeline.find(({ type, ref }) => type === 'mandate.granted' && ref === id);
  const callIn = data.proposals.find((one) => one.tableId === tableId && one.callIns.length > 0)?.callIns[0];
  if (!granted || !callIn) throw new Error(`the demonstration does not say who granted ${id}`);
  const reference = language === 'en' ? `Act granting the mandate ${id}` : `Atto di conferimento del mandato ${id}`;
  return [
    {
      at: localMoment(date, '09:45:00'),
      run: async (scene, at) => {
        const command = { ...termsOf(script, mandate), table: tableId, key: id };
        await scene.run(acts.proposeMandate, command, scene.who(callIn.by), at, `mandate:${id}`);
      },
    },
    {
      at: moment(granted.at),
      run: (scene, at) => {
        const organisation = scene.organisation(grantedBy);
        return scene.onMandate('mandate.granted', id, callIn.by, { organisation, date, reference }, at);
      },
    },
  ];
}

const cents = (euro: number): number => Math.round(euro * 100);

/** The terms as the data give them, and grounds of revocation, of which the data are silent. */
function termsOf({ data }: DemoScript, mandate: DemoMandate): ProposedTerms {
  return {
    holders: mandate.holders,
    scope: mandate.scope.map((id) => {
      const words = data.area.serviceTypes.find((one) => one.id === id)?.name;
      if (!words) throw new Error(`the demonstration has no kind of service ${id}`);
      return { id, words };
    }),
    expenseTypes: mandate.expenseTypes,
    exclusions: exclusionsOf(mandate),
    budget: cents(mandate.budgetEur),
    perDecision: cents(mandate.perDecisionEur),
    startsOn: mandate.grantedOn,
    expiresOn: mandate.expiresOn,
    reportEveryDays: mandate.reportEveryDays,
    suspendAfterDays: mandate.suspendAfterOverdueDays,
    revocation: { noticeDays: mandate.revocationNoticeDays, grounds },
  };
}

const grounds = [
  {
    id: 'outside_mandate',
    words: { en: 'Spending outside the mandate', it: 'Spese fuori dal mandato' },
  },
  {
    id: 'no_account',
    words: { en: 'No account given of what was spent', it: 'Mancato rendiconto di quanto speso' },
  },
];

/** The data name what is excluded in one sentence; here each has a place of its own, in the same order in both languages. */
function exclusionsOf({ exclusions }: DemoMandate): ProposedTerms['exclusions'] {
  const parts = (text: string): string[] => text.replace(/\.$/u, '').split(', ');
  const italian = parts(exclusions.it);
  return parts(exclusions.en).map((en, index) => {
    const it = italian[index];
    return { id: `x${index + 1}`, words: { en: capital(en), ...(it !== undefined && { it: capital(it) }) } };
  });
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A decision: each version is written and handed in, voted on, and called in as the data tell; then it takes effect in its time. */
function decisionSteps(script: DemoScript, acts: DemoActs, due: DueWork, decision: DemoProposal): Step[] {
  const { data, language } = script;
  const { id, sponsors, versions, callIns } = decision;
  const [sponsor = ''] = sponsors;
  const [first] = versions;
  if (!first) throw new Error(`${id} has no version`);
  const act = (name: ActName, person: string, at: Step['at'], body: object, label: string): Step => ({
    at,
    run: (scene, now) => scene.act(name, id, person, body, now, label),
  });
  const declared = data.timeline.filter(({ type, ref }) => type === 'interest.declared' && ref === id);
  const called = data.timeline.filter(({ type, ref }) => type === 'decision.called_in' && ref === id);
  return [
    draftStep(script, acts, decision, first.on, '09:00:00'),
    ...versions.flatMap(({ n }) => versionSteps(script, decision, n)),
    ...declared.map(({ actor, at }) => {
      const reason = data.declarations.find(({ ref, memberId }) => ref === id && memberId === actor)?.text[language];
      return act('seat.recused', actor, moment(at), { reason }, `recused:${actor}`);
    }),
    ...data.ballots
      .filter(({ ref }) => ref === id)
      .flatMap(({ id: ballot }) => [
        ...ballotSteps(script, decision, ballot, openingOf(script, ballot)),
        ...effectStep(script, due, decision, ballot),
      ]),
    ...callIns.map(({ by, ground, reason }, n) => {
      const at = called[n]?.at;
      if (at === undefined) throw new Error(`the timeline does not say when ${id} was called in`);
      return act('decision.called_in', by, moment(at), { ground, reason: reason[language] }, `called_in:${n}`);
    }),
    ...callIns.flatMap(({ version }) => {
      const next = versions.find(({ n }) => n === version + 1);
      return next
        ? [act('decision.reopened', sponsor, localMoment(next.on, '09:00:00'), {}, `reopened:${next.n}`)]
        : [];
    }),
  ];
}

/**
 * A version is written and handed in. Its expense type is what the decision has in the end: the holders declared it so, and where the
 * institution saw it otherwise it called the decision in.
 */
function versionSteps(script: DemoScript, decision: DemoProposal, n: number): Step[] {
  const { id, sponsors, area, expenseType, beneficiaries } = decision;
  const { on, amountEur = decision.amountEur ?? 0 } = versionOf(decision, n);
  const [sponsor = ''] = sponsors;
  return [
    writeStep(script, decision, n, on, '09:10:00'),
    {
      at: localMoment(on, '09:30:00'),
      run: (scene, at) => {
        const organisations = beneficiaries.map((key) => scene.organisation(key));
        const body = { amount: cents(amountEur), area, expenseType, exclusions: [], beneficiaries: organisations };
        return scene.act('decision.submitted', id, sponsor, body, at, `submitted:${n}`);
      },
    },
    translateStep(script, decision, n, on, '09:31:00'),
  ];
}

/** Five minutes before its first vote. */
function openingOf({ data }: DemoScript, ballot: string): string {
  const first = data.timeline.find(({ type, ref }) => type === 'vote.cast' && ref === ballot);
  if (!first) throw new Error(`nobody voted in ${ballot}`);
  return new Date(Date.parse(first.at) - 300_000).toISOString();
}

/** What a standstill that nobody ended leads to is recorded when it is over, if the data go that far. */
function effectStep({ data }: DemoScript, due: DueWork, { id }: DemoProposal, ballot: string): Step[] {
  const closed = data.timeline.find(({ type, ref }) => type === 'ballot.closed' && ref === ballot);
  const days = data.rulebooks.find(({ mode }) => mode === 'auto_administration')?.callIn?.days;
  if (!closed || days === undefined) return [];
  const day = plusDays(localDateOf(moment(closed.at), data.timeZone), days + 1);
  return [
    {
      at: localMoment(day, '00:00:00'),
      run: async (_scene, at) => {
        await due.recordFor(id, at);
      },
    },
  ];
}
