import { useMantineColorScheme } from '@mantine/core';
import { type ReactNode } from 'react';
import { useMessages } from '../language/use-language.js';
import { shellMessages } from '../messages/shell-messages.js';
import styles from './app-frame.module.css';
import { Header, type HeaderProps } from './header.js';

interface AppFrameProps extends HeaderProps {
  /** Stands above everything: what demonstration this is, the clock mover, a lost connection. */
  readonly banner?: ReactNode;
  readonly version: string | undefined;
  readonly children: ReactNode;
}

/** What surrounds every page: skip link, banner, header, the main region and the footer. */
export function AppFrame({ banner, version, children, ...header }: AppFrameProps) {
  const say = useMessages(shellMessages);
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip} data-print="no">
        {say('skip')}
      </a>
      {banner && (
        <aside aria-label={say('nav.notes')} data-print="no">
          {banner}
        </aside>
      )}
      <Header {...header} />
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer version={version} />
    </div>
  );
}

const schemes = ['light', 'dark', 'auto'] as const;

function Footer({ version }: { readonly version: string | undefined }) {
  const say = useMessages(shellMessages);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <footer className={styles.footer} data-print="no">
      <div className={styles.footerInner}>
        <div>
          <p className={styles.promise}>{say('footer.promise')}</p>
          <p className={styles.small}>
            {say('product')} · {say('footer.licence')}
            {version !== undefined && ` · ${say('footer.version', { version })}`}
          </p>
        </div>
        <label className={styles.scheme}>
          <span>{say('scheme.label')}</span>
          <select
            value={colorScheme}
            onChange={({ currentTarget }) =>
              setColorScheme(schemes.find((one) => one === currentTarget.value) ?? 'auto')
            }
          >
            {schemes.map((scheme) => (
              <option key={scheme} value={scheme}>
                {say(`scheme.${scheme}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </footer>
  );
}
