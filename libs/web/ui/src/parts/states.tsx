import { Button, Loader } from '@mantine/core';
import { type ReactNode } from 'react';
import { useMessages } from '../language/use-language.js';
import { shellMessages } from '../messages/shell-messages.js';
import { problemIn } from '../problem-in.js';
import { PlainProblem } from './plain-problem.js';
import styles from './states.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** What to do, or what will appear here. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Says what would be here and what to do, instead of showing nothing. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.body}>{children}</div>}
      {action}
    </div>
  );
}

/** Something is on its way. */
export function Loading({ label }: { readonly label?: string }) {
  const say = useMessages(shellMessages);
  return (
    <div className={styles.loading} role="status">
      <Loader color="accent" size="md" aria-hidden="true" />
      <span>{label ?? say('loading')}</span>
    </div>
  );
}

interface ErrorStateProps {
  /** What was thrown; problems (RFC 9457) are said in words. */
  readonly error: unknown;
  readonly retry?: (() => void) | undefined;
}

/** What is not there, or not for this reader, is not shown to the next try either. */
const answeredForGood: ReadonlySet<string> = new Set(['not_found', 'not_allowed']);

/** Something could not be shown: what happened in words, and a way to try again, except for what is not there or not for this reader. */
export function ErrorState({ error, retry }: ErrorStateProps) {
  const say = useMessages(shellMessages);
  const final = answeredForGood.has(problemIn(error).code);
  return (
    <div className={styles.error}>
      <PlainProblem error={error} />
      {retry && !final && (
        <Button variant="outline" onClick={retry}>
          {say('retry')}
        </Button>
      )}
    </div>
  );
}
