import { type TableView } from '@tavolo/contracts';
import {
  directoryOf,
  LanguageMark,
  languageOf,
  Section,
  useFormats,
  useLanguage,
  useMessages,
  WordsText,
} from '@tavolo/web-ui';
import { Link } from 'react-router';
import { roomMessages } from '../messages/room-messages.js';
import styles from './rooms.module.css';

/** Who speaks for a private room, on which text, and within which limits; nothing at a table. */
export function Spokespeople({ view }: { readonly view: TableView }) {
  const say = useMessages(roomMessages);
  const { language } = useLanguage();
  const write = useFormats(view.rulebook.zone);
  if (!view.room) return null;
  const directory = directoryOf({ seats: view.seatsView, roles: view.rolesView }, language);
  const given = view.proposals.flatMap(({ key, title, mandate }) => (mandate ? [{ key, title, ...mandate }] : []));
  return (
    <Section title={say('speaks')}>
      {given.length === 0 && <p>{say('speaks.none')}</p>}
      <ul className={styles.mandates}>
        {given.map(({ key, title, spokesperson, deputy, may, mayNot, until }) => (
          <li key={key} className={styles.mandate}>
            <p className={styles.name}>
              {directory.member(spokesperson)}{' '}
              <span className={styles.soft}>{say('until', { date: write.date(until) })}</span>
            </p>
            <p className={styles.soft}>
              {say('speaks.for', { key })}:{' '}
              <Link to={`/proposals/${key}`}>
                <WordsText words={title} marked />
              </Link>
            </p>
            {deputy !== null && (
              <p className={styles.soft}>{say('speaks.deputy', { name: directory.member(deputy) })}</p>
            )}
            <dl className={styles.limits}>
              <dt>{say('may')}</dt>
              <dd>
                <Limit>{may}</Limit>
              </dd>
              <dt>{say('mayNot')}</dt>
              <dd>
                <Limit>{mayNot}</Limit>
              </dd>
            </dl>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What was written of a mandate's limits, in the language that it shows itself to be in. */
function Limit({ children }: { readonly children: string }) {
  const language = languageOf(children);
  return (
    <>
      <span lang={language ?? ''}>{children}</span>
      <LanguageMark language={language} />
    </>
  );
}
