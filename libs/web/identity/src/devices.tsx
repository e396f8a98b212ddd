import { Button } from '@mantine/core';
import { identityRoutes } from '@tavolo/contracts';
import { usePerform, useRead } from '@tavolo/web-data';
import { DataTable, ErrorState, Loading, Moment, Notice, ProblemMessage, useMessages } from '@tavolo/web-ui';
import { useState } from 'react';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';

/** The devices on which I am signed in; each can be signed out from here. */
export function Devices() {
  const say = useMessages(identityMessages);
  const { data, error, refetch } = useRead(identityRoutes.devices);
  const [ended, setEnded] = useState<'one' | 'others' | null>(null);
  const reread = (): void => void refetch();
  const done = (what: 'one' | 'others'): void => {
    setEnded(what);
    reread();
  };
  const ending = usePerform(identityRoutes.endDevice, { onDone: () => done('one') });
  const endingOthers = usePerform(identityRoutes.endOtherDevices, { onDone: () => done('others') });
  if (error) return <ErrorState error={error} retry={reread} />;
  if (!data) return <Loading />;
  const problem = ending.error ?? endingOthers.error;
  return (
    <>
      <p>{say('devices.lead')}</p>
      {problem !== null && <ProblemMessage error={problem} />}
      {ended && <Notice tone="good" title={say(`devices.ended.${ended}`)} role="status" />}
      <DataTable
        caption={say('devices.title')}
        quiet
        rows={data}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'device',
            heading: say('devices.device'),
            names: true,
            cell: ({ device, current }) => (
              <>
                {device} {current && <strong>({say('devices.current')})</strong>}
              </>
            ),
          },
          { key: 'opened', heading: say('devices.opened'), cell: ({ openedAt }) => <Moment at={openedAt} /> },
          { key: 'seen', heading: say('devices.seen'), cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} /> },
          {
            key: 'end',
            heading: say('devices.end'),
            cell: ({ id, device, current }) =>
              !current && (
                <Button
                  variant="outline"
                  size="sm"
                  aria-label={say('devices.endOf', { device })}
                  disabled={ending.busy}
                  onClick={() => void ending.perform({ params: { id } })}
                >
                  {say('devices.end')}
                </Button>
              ),
          },
        ]}
      />
      {data.length > 1 ? (
        <div className={styles.buttons}>
          <Button variant="outline" loading={endingOthers.busy} onClick={() => void endingOthers.perform({})}>
            {say('devices.endOthers')}
          </Button>
        </div>
      ) : (
        <p className={styles.soft}>{say('devices.onlyThis')}</p>
      )}
    </>
  );
}
