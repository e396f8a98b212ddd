import { type ActName } from '@tavolo/contracts';
import { type DemoProposal } from '../demo-data.js';
import { moment, type DemoScript, type Step } from './step.js';

/** The secretary of the area opens its ballots. */
const opener = 'm41';

/** Why a ballot was closed although a seat had not voted, from who is absent in the data; `null` when every seat had voted. */
function closingReason({ data, language }: DemoScript, { tableId }: DemoProposal, key: string): string | null {
  const { votes = [], recused = [] } = data.ballots.find(({ id }) => id === key) ?? {};
  const told = [...votes.map(({ memberId }) => memberId), ...recused];
  const seats = data.tables.find(({ id }) => id === tableId)?.seats ?? [];
  const absent = seats.filter(({ vote, memberId }) => vote && !told.includes(memberId));
  if (absent.length === 0) return null;
  const organisations = absent.map(({ memberId }) => {
    const { organisationId, title } = data.members.find(({ id }) => id === memberId) ?? {};
    return data.organisations.find(({ id }) => id === organisationId)?.name[language] ?? title?.[language] ?? memberId;
  });
  return language === 'en'
    ? `Absent from the meeting: ${organisations.join(', ')}. Everybody who is present has voted.`
    : `Assente alla riunione: ${organisations.join(', ')}. Tutti i presenti hanno votato.`;
}

/** A ballot of the data with its votes at their recorded moments. */
export function ballotSteps(script: DemoScript, proposal: DemoProposal, key: string, openedAt: string): Step[] {
  const { data } = script;
  const reason = closingReason(script, proposal, key);
  const votes = data.timeline.filter(({ type, ref }) => type === 'vote.cast' && ref === key);
  const closed = data.timeline.find(({ type, ref }) => type === 'ballot.closed' && ref === key);
  const act = (name: ActName, person: string, body: object, at: string): Step => ({
    at: moment(at),
    run: (scene, now) => scene.act(name, proposal.id, person, body, now, `${key}:${person}`),
  });
  return [
    act('vote.opened', opener, { key }, openedAt),
    ...votes.map(({ actor, choice, at }) => act('vote.cast', actor, { ballot: key, choice }, at)),
    ...(closed ? [act('vote.closed', closed.actor, { ballot: key, reason }, closed.at)] : []),
  ];
}
