import { type ModeChangeActName } from '@tavolo/governance';
import { type DueWork } from '@tavolo/server-decisions';
import { type DemoModeChange } from '../demo-data.js';
import { rulebookOf } from '../demo-rulebook.js';
import { type DemoActs } from './demo-acts.js';
import { moment, type DemoScript, type Step } from './step.js';

/** The secretary of the area opens its ballots. */
const opener = 'm41';

/** A change of the mode of a table, from its proposal to its effect. */
export function modeChangeSteps(script: DemoScript, acts: DemoActs, due: DueWork, id: string): Step[] {
  const { data, language } = script;
  const change = data.modeChanges.find((one) => one.id === id);
  const table = data.tables.find((one) => one.id === change?.tableId);
  if (!change || !table) throw new Error(`the demonstration has no change of mode ${id}`);
  const { ballotId, reason, proposedBy: as, newRulebookId } = change;
  const told = (type: string, ref = id) => {
    const found = data.timeline.find((one) => one.type === type && one.ref === ref);
    if (!found) throw new Error(`the demonstration does not tell of ${type} of ${ref}`);
    return found;
  };
  const act = (name: ModeChangeActName, person: string, body: object, at: string): Step => ({
    at: moment(at),
    run: (scene, now) => scene.onModeChange(name, id, person, body, now),
  });
  const proposed = told('mode_change.proposed');
  const consented = told('mode_change.consented');
  const closed = told('ballot.closed', ballotId);
  const votes = data.timeline.filter(({ type, ref }) => type === 'vote.cast' && ref === ballotId);
  const [first] = votes;
  if (!first) throw new Error(`the demonstration has no votes of ${ballotId}`);
  return [
    {
      at: moment(proposed.at),
      run: async (scene, at) => {
        const rulebook = rulebookOf(newRulebookId, table, data.rulebooks, data.timeZone);
        const command = { table: table.id, key: id, as, rulebook, reason: reason[language] };
        await scene.run(acts.proposeModeChange, command, scene.who(proposed.actor), at, `mode:${id}`);
      },
    },
    ...supportersOf(script, change, proposed.actor).map((person) =>
      act('mode_change.supported', person, {}, proposed.at),
    ),
    act('vote.opened', opener, { key: ballotId, closesAt: null }, first.at),
    ...votes.map(({ actor, choice, at }) => act('vote.cast', actor, { ballot: ballotId, choice }, at)),
    act('vote.closed', closed.actor, { ballot: ballotId, reason: null }, closed.at),
    act('mode_change.consented', consented.actor, { text: consentText[language] }, consented.at),
    {
      at: moment(told('mode_change.effective').at),
      run: async (_scene, at) => {
        await due.recordForModeChange(id, at);
      },
    },
  ];
}

/** The data say that the bench proposed it: with whoever put it forward, as many of its seats that voted for it as make more than half. */
function supportersOf(
  { data }: DemoScript,
  { tableId, proposedBy, ballotId }: DemoModeChange,
  first: string,
): readonly string[] {
  const bench = (data.tables.find(({ id }) => id === tableId)?.seats ?? []).filter(
    ({ vote, memberId }) => vote && data.members.find(({ id }) => id === memberId)?.sector === proposedBy,
  );
  const votes = data.ballots.find(({ id }) => id === ballotId)?.votes ?? [];
  const forIt = bench
    .map(({ memberId }) => memberId)
    .filter((person) => person !== first && votes.some((one) => one.memberId === person && one.choice === 'yes'));
  return forIt.slice(0, Math.floor(bench.length / 2));
}

/** What the institution writes; the data give the date alone. */
const consentText = {
  en: 'The institution consents to the change of mode of this table and to its new rulebook.',
  it: 'L’istituzione dà l’assenso al cambio di modalità di questo tavolo e al suo nuovo regolamento.',
} as const;
