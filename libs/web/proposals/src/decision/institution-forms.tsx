import { callInGrounds, type AutoAdministrationProcedure } from '@tavolo/governance';
import { tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { decisionMessages } from '../messages/decision-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { ReasonedChoice } from './reasoned-choice.js';

interface DecisionPartProps {
  readonly procedure: AutoAdministrationProcedure;
}

/** The institution calls in on one of exactly four grounds, or answers a decision that came back; the guarantor rules. */
export function InstitutionForms({ procedure }: DecisionPartProps) {
  const { may } = useStanding();
  const say = useMessages(decisionMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats();
  const ground = procedure.callIns.at(-1)?.ground;
  const grounds = callInGrounds.map((value) => ({ value, label: sayTable(`ground.${value}`) }));
  return (
    <>
      {may('decision.called_in') && (
        <ReasonedChoice
          id="call-in"
          act="decision.called_in"
          title={say('callIn.title')}
          lead={say('callIn.lead')}
          label={say('callIn.ground')}
          missing={say('callIn.missing', { grounds: write.list(grounds.map(({ label }) => label)) })}
          options={grounds}
          send={say('callIn.send')}
          body={(value, reason) => ({ ground: value, reason })}
        />
      )}
      {may('call_in.ruled') && ground && (
        <ReasonedChoice
          id="ruling"
          act="call_in.ruled"
          title={say('ruling.title')}
          lead={say('ruling.lead', { ground: sayTable(`ground.${ground}`) })}
          label={say('ruling.choice')}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: say(`ruling.${value}`) }))}
          send={say('ruling.send')}
          body={(value, reason) => ({ upheld: value === 'yes', reason })}
        />
      )}
      {may('institution.answered') && (
        <ReasonedChoice
          id="answer"
          act="institution.answered"
          title={say('answer.title')}
          lead={say('answer.lead')}
          label={say('answer.choice')}
          options={(['adopted', 'not_adopted'] as const).map((value) => ({ value, label: say(`answer.${value}`) }))}
          send={say('answer.send')}
          body={(outcome, reason) => ({ outcome, reason })}
        />
      )}
    </>
  );
}
