import { type Language } from '@tavolo/kernel';
import { Link } from 'react-router';
import styles from './outbox.module.css';

/** A mail's plain text; links to this installation open in place, other addresses stay plain text. */
export function MailText({ text, language }: { readonly text: string; readonly language: Language }) {
  return (
    <p className={styles.text} lang={language}>
      {text.split(/(https?:\/\/[^\s<>"]+)/u).map((part, index) => {
        const path = pathHere(part);
        return path === null ? (
          part
        ) : (
          <Link key={index} to={path}>
            {part}
          </Link>
        );
      })}
    </p>
  );
}

/** The path of an address on this host; `null` for anything else. */
function pathHere(part: string): string | null {
  if (!URL.canParse(part)) return null;
  const { host, pathname, search } = new URL(part);
  return host === window.location.host ? pathname + search : null;
}
