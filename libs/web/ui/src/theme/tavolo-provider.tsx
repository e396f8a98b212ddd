import { MantineProvider } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { ClockProvider } from '../format/clock.js';
import { speech } from '../language/i18n.js';
import { LiveRegionProvider } from '../parts/live-region.js';
import { theme } from './theme.js';

interface TavoloProviderProps {
  /** How far the installation's clock is ahead of this device, in milliseconds. */
  readonly clockOffset?: number;
  /** `test` shows no transitions and renders dialogs in place. */
  readonly env?: 'default' | 'test';
  readonly children: ReactNode;
}

/** Everything that the components of this library need above them: theme, language, clock and the region for announcements. */
export function TavoloProvider({ clockOffset = 0, env = 'default', children }: TavoloProviderProps) {
  useEffect(() => {
    document.documentElement.lang = speech.language;
  }, []);
  return (
    <I18nextProvider i18n={speech}>
      <MantineProvider
        theme={theme}
        env={env}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <ClockProvider offset={clockOffset}>
          <LiveRegionProvider>{children}</LiveRegionProvider>
        </ClockProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
