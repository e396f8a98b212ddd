import { answeredEnough, type ConsultationProcedure, type Explanation, type Sector } from '@tavolo/governance';
import { Notice, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { consultationMessages } from '../messages/consultation-messages.js';

const numberIn = ({ values }: Explanation, key: string): number => {
  const value = values[key];
  return typeof value === 'number' ? value : 0;
};

/** Which of the rules on taking part were not met when the consultation closed: how many seats spoke, and which sectors said nothing. */
export function ThinNotice({ procedure }: { readonly procedure: ConsultationProcedure }) {
  const say = useMessages(consultationMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats();
  if (!procedure.thin) return null;
  const failed = answeredEnough(procedure).children.filter(({ held }) => !held);
  const seats = failed.find(({ key }) => key === 'consultation.fewSeats');
  const silent = failed
    .filter(({ key }) => key === 'consultation.silentSector')
    .map(({ values }) => sayTable(`sector.${values.sector as Sector}`));
  return (
    <Notice tone="care" title={say(procedure.extension ? 'thin.extended' : 'thin')}>
      {seats && (
        <p>
          {say('thin.seats', {
            count: numberIn(seats, 'have'),
            of: numberIn(seats, 'entitled'),
            needed: numberIn(seats, 'needed'),
          })}
        </p>
      )}
      {silent.length > 0 && <p>{say('thin.silent', { sectors: write.list(silent), count: silent.length })}</p>}
    </Notice>
  );
}
