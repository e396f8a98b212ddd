import { type NegotiatingMandate } from '@tavolo/governance';
import { useFormats, useMessages } from '@tavolo/web-ui';
import { Written } from '../acts/written.js';
import { mandateMessages } from '../messages/mandate-messages.js';
import { useStanding } from '../page/proposal-context.js';
import styles from './rooms.module.css';

/** Who speaks for the room, what she may and may not promise, and until when. */
export function MandateLimits({ mandate }: { readonly mandate: NegotiatingMandate }) {
  const { directory } = useStanding();
  const say = useMessages(mandateMessages);
  const write = useFormats();
  const { spokesperson, deputy, may, mayNot, until } = mandate;
  return (
    <dl className={styles.limits}>
      <dt>{say('spokesperson')}</dt>
      <dd className={styles.spokesperson}>{directory.member(spokesperson)}</dd>
      <dt>{say('deputy')}</dt>
      <dd>{deputy === null ? say('noDeputy') : directory.member(deputy)}</dd>
      <dt>{say('may')}</dt>
      <dd>
        <Written>{may}</Written>
      </dd>
      <dt>{say('mayNot')}</dt>
      <dd>
        <Written>{mayNot}</Written>
      </dd>
      <dt>{say('until')}</dt>
      <dd>{write.date(until)}</dd>
    </dl>
  );
}
