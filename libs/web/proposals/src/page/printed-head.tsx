import { type ProposalView, type VersionView } from '@tavolo/contracts';
import { useFormats, useMessages, useNow, WordsText } from '@tavolo/web-ui';
import { type ReactNode } from 'react';
import { pageMessages } from '../messages/page-messages.js';
import { kindOf } from './kind.js';
import styles from './printed-head.module.css';

interface PrintedHeadProps {
  readonly view: ProposalView;
  /** The version whose text is on the page. */
  readonly version?: VersionView | undefined;
  /** When it was decided, on the page of a decision. */
  readonly decidedAt?: string | null | undefined;
}

/** What a sheet of paper must say by itself: which table, which proposal, which version, when, and where to find the page again. Only in print. */
export function PrintedHead({ view, version, decidedAt }: PrintedHeadProps) {
  const say = useMessages(pageMessages);
  const write = useFormats(view.procedure.rulebook.zone);
  const printedAt = new Date(useNow()).toISOString();
  const { origin, pathname } = window.location;
  const lines: readonly (readonly [string, ReactNode])[] = [
    [say('print.table'), <WordsText key="table" words={view.table.name} />],
    [say(kindOf(view)), view.key],
    ...(version
      ? [[say('print.version'), say('print.frozen', { n: version.n, date: write.date(version.frozenAt) })] as const]
      : []),
    ...(decidedAt ? [[say('print.decided'), write.dateTime(decidedAt)] as const] : []),
    [say('print.printed'), `${write.dateTime(printedAt)} (${write.zone(printedAt)})`],
    [say('print.address'), `${origin}${pathname}`],
  ];
  return (
    <dl className={styles.printed}>
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
