import { useSession } from '@tavolo/web-data';
import { ActionLink, useMessages, usePageTitle } from '@tavolo/web-ui';
import { type ReactNode } from 'react';
import { homeMessages } from '../messages/home-messages.js';
import styles from './welcome.module.css';
import { WelcomePicture } from './welcome-picture.js';

/** What Tavolo is, in two sentences, and the way in. */
export function Welcome({ children }: { readonly children: ReactNode }) {
  const { data } = useSession();
  const say = useMessages(homeMessages);
  const title = say('title.visitor');
  usePageTitle(title);
  const demo = data?.installation.mode === 'demo';
  return (
    <div className={styles.page}>
      <header className={styles.welcome}>
        <div className={styles.words}>
          <h1 tabIndex={-1}>{title}</h1>
          <p>{say('about.what')}</p>
          <p>{say('about.check')}</p>
          <ActionLink to="/sign-in">{say(demo ? 'about.demo' : 'about.signIn')}</ActionLink>
        </div>
        <WelcomePicture label={say('about.picture')} />
      </header>
      {children}
    </div>
  );
}
