import { type AutoAdministrationProcedure, type CallIn } from '@tavolo/governance';
import { Notice, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { Written } from '../acts/written.js';
import { useOfficer } from '../ballots/officer.js';
import { decisionMessages } from '../messages/decision-messages.js';
import styles from '../planning/planning.module.css';

interface CallInsProps {
  readonly procedure: AutoAdministrationProcedure;
}

/** Each time the institution called the decision in, the latest first: ground and reason, the holders' answer, the ruling. */
export function CallIns({ procedure: { callIns, rulebook } }: CallInsProps) {
  return callIns.toReversed().map((callIn) => <OneCallIn key={callIn.at} callIn={callIn} zone={rulebook.zone} />);
}

function OneCallIn({ callIn, zone }: { readonly callIn: CallIn; readonly zone: string }) {
  const { ground, at, by, version, reason, answer, ruling } = callIn;
  const say = useMessages(decisionMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats(zone);
  const officer = useOfficer();
  const title = say('callIn.on', { date: write.date(at), ground: sayTable(`ground.${ground}`) });
  return (
    <Notice tone="care" title={title}>
      <p>{say('callIn.by', { name: officer(by), n: version })}</p>
      <Quote>{reason}</Quote>
      <p>{answer ? say(`callIn.answer.${answer.kind}`, { date: write.date(answer.at) }) : say('callIn.answer.none')}</p>
      {answer?.reason && <Quote>{answer.reason}</Quote>}
      {ruling && (
        <>
          <p>{say(ruling.upheld ? 'callIn.upheld' : 'callIn.notUpheld', { date: write.date(ruling.at) })}</p>
          <Quote>{ruling.reason}</Quote>
        </>
      )}
    </Notice>
  );
}

function Quote({ children }: { readonly children: string }) {
  return (
    <blockquote className={styles.quote}>
      <Written>{children}</Written>
    </blockquote>
  );
}
