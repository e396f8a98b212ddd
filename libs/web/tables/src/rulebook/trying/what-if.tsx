import { Button, Checkbox, NumberInput } from '@mantine/core';
import { whatIf, type PlanningRulebook, type SupposedSector } from '@tavolo/governance';
import { DataTable, ExplanationTree, SectorBadge, tableMessages, useMessages, type Column } from '@tavolo/web-ui';
import { useState } from 'react';
import { tryingMessages } from '../../messages/trying-messages.js';
import { changed } from './supposed.js';
import styles from './trying.module.css';

interface WhatIfProps {
  readonly rulebook: PlanningRulebook;
  /** Where the trying starts: every filled seat with a vote, all saying yes. */
  readonly start: readonly SupposedSector[];
}

/** Who comes and how the sectors vote can be set; the verdict and its explanation follow at once. */
export function WhatIf({ rulebook, start }: WhatIfProps) {
  const say = useMessages(tryingMessages);
  const sayTable = useMessages(tableMessages);
  const [supposed, setSupposed] = useState(start);
  const [second, setSecond] = useState(false);
  const { verdict, explanation } = whatIf(rulebook, supposed, second ? 2 : 1);
  const set = (which: SupposedSector, field: 'present' | 'yes' | 'no', value: number) =>
    setSupposed(supposed.map((one) => (one === which ? changed(one, field, value) : one)));
  const field = (name: 'present' | 'yes' | 'no'): Column<SupposedSector> => ({
    key: name,
    heading: say(name),
    numeric: true,
    cell: (row) => (
      <NumberInput
        aria-label={say(`field.${name}`, { sector: sayTable(`sector.${row.sector}`) })}
        value={row[name]}
        min={0}
        max={name === 'present' ? row.eligible : row.present}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        className={styles.number}
        onChange={(value) => set(row, name, Number(value))}
      />
    ),
  });
  return (
    <div className={styles.part}>
      <p className={styles.cases}>
        <Button variant="default" size="compact-md" onClick={() => setSupposed(start)}>
          {say('allYes')}
        </Button>
        {start.map(({ sector }) => (
          <Button
            key={sector}
            variant="default"
            size="compact-md"
            onClick={() =>
              setSupposed(start.map((one) => (one.sector === sector ? { ...one, yes: 0, no: one.eligible } : one)))
            }
          >
            {say('noOf', { sector: sayTable(`sector.${sector}`) })}
          </Button>
        ))}
        <Button
          variant="default"
          size="compact-md"
          onClick={() => setSupposed(start.map((one) => ({ ...one, present: 0, yes: 0, no: 0 })))}
        >
          {say('nobody')}
        </Button>
      </p>
      {rulebook.quorum.secondCall && (
        <Checkbox
          label={say('secondCall')}
          checked={second}
          onChange={(event) => setSecond(event.currentTarget.checked)}
        />
      )}
      <DataTable
        caption={say('caption')}
        rows={supposed}
        rowKey={({ sector }) => sector}
        columns={[
          { key: 'sector', heading: say('sector'), names: true, cell: ({ sector }) => <SectorBadge sector={sector} /> },
          { key: 'seats', heading: say('seats'), numeric: true, cell: ({ eligible }) => eligible },
          field('present'),
          field('yes'),
          field('no'),
          {
            key: 'abstain',
            heading: say('abstain'),
            numeric: true,
            cell: ({ present, yes, no }) => present - yes - no,
          },
        ]}
      />
      <p className={styles.verdict} data-verdict={verdict} role="status">
        {say(`verdict.${verdict}`)}
      </p>
      <ExplanationTree explanation={explanation} opened />
    </div>
  );
}
