import { type ConsultationProcedure, type LeaningCount, type Sector } from '@tavolo/governance';
import { DataTable, entriesBySector, SectorBadge, tableMessages, useMessages } from '@tavolo/web-ui';
import { consultationMessages } from '../messages/consultation-messages.js';
import { Section } from '../page/section.js';

interface Row {
  readonly key: Sector | 'overall';
  readonly count: LeaningCount;
}

/** The opinion that prevails, overall and by sector, frozen at closing. */
export function PrevailingView({ procedure: { prevailing } }: { readonly procedure: ConsultationProcedure }) {
  const say = useMessages(consultationMessages);
  const sayTable = useMessages(tableMessages);
  if (!prevailing) return null;
  const rows: readonly Row[] = [
    { key: 'overall', count: prevailing },
    ...entriesBySector(prevailing.bySector).map(([key, count]) => ({ key, count })),
  ];
  const { supportive, contrary, leaning } = prevailing;
  return (
    <Section title={say('prevailing')}>
      <p>
        <strong>
          {say('prevailing.line', { supportive, count: contrary, leaning: sayTable(`leaning.${leaning}`) })}
        </strong>
      </p>
      <DataTable
        caption={say('prevailing')}
        quiet
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'sector',
            heading: say('prevailing.sector'),
            names: true,
            cell: ({ key }) => (key === 'overall' ? say('prevailing.overall') : <SectorBadge sector={key} />),
          },
          {
            key: 'supportive',
            heading: say('prevailing.supportive'),
            numeric: true,
            cell: ({ count }) => count.supportive,
          },
          { key: 'contrary', heading: say('prevailing.contrary'), numeric: true, cell: ({ count }) => count.contrary },
          {
            key: 'leaning',
            heading: say('prevailing.leaning'),
            cell: ({ count }) => sayTable(`leaning.${count.leaning}`),
          },
        ]}
      />
    </Section>
  );
}
