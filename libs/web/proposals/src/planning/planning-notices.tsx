import { type PlanningProcedure } from '@tavolo/governance';
import { Deadline, Notice, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { Written } from '../acts/written.js';
import { planningMessages } from '../messages/planning-messages.js';

/** What stands outside the ordinary way: a hold, a mediation, a referral, the organ's answer, a closing with its reason. */
export function PlanningNotices({ procedure }: { readonly procedure: PlanningProcedure }) {
  const say = useMessages(planningMessages);
  const sayTable = useMessages(tableMessages);
  const { stage, rulebook, mediation, organ, closing, referredBack, ratification } = procedure;
  const write = useFormats(rulebook.zone);
  const declared = procedure.holds.findLast(({ declaredAt }) => declaredAt !== null);
  const gathering = procedure.holds.filter(({ declaredAt }) => declaredAt === null);
  const back = stage === 'referred_back' || (referredBack > 0 && stage === 'negotiating');
  return (
    <>
      {stage === 'on_hold' && declared?.until && (
        <Notice
          tone="care"
          title={say('hold.declared', {
            date: write.date(declared.until),
            sector: sayTable(`sector.${declared.sector}`),
          })}
        >
          <p>
            <Written>{declared.reason}</Written>
          </p>
        </Notice>
      )}
      {gathering.map(({ sector, supporters, reason }) => (
        <Notice
          key={sector}
          tone="info"
          title={say('hold.gathering', { sector: sayTable(`sector.${sector}`), count: supporters.length })}
        >
          <p>
            <Written>{reason}</Written>
          </p>
        </Notice>
      ))}
      {stage === 'mediation' && mediation && (
        <Notice tone="info" title={say('mediation', { date: write.date(mediation.until) })}>
          {procedure.lastBallot && <p>{say('mediation.last')}</p>}
        </Notice>
      )}
      {back && (
        <Notice
          tone={stage === 'referred_back' ? 'care' : 'info'}
          title={say('referredBack', { count: referredBack, max: rulebook.maxReferBack })}
        />
      )}
      {stage === 'ratifying' && ratification && (
        <Notice tone="info" title={say('ratifying', { sector: sayTable(`sector.${ratification.sector}`) })}>
          <p>{say('ratifying.then')}</p>
          <p>
            <Deadline at={ratification.until} zone={rulebook.zone} />
          </p>
        </Notice>
      )}
      {organ?.answer === null && (
        <Notice tone="info" title={say('organ.awaited')}>
          <p>
            <Deadline at={organ.until} zone={rulebook.zone} />
          </p>
        </Notice>
      )}
      {organ?.answer && (
        <Notice tone={organ.answer === 'confirmed' ? 'good' : 'bad'} title={say(`organ.${organ.answer}`)}>
          {organ.reason && (
            <p>
              <Written>{organ.reason}</Written>
            </p>
          )}
        </Notice>
      )}
      {closing?.reason && (
        <Notice tone="info" title={say('closing.reason')}>
          <p>
            <Written>{closing.reason}</Written>
          </p>
        </Notice>
      )}
    </>
  );
}
