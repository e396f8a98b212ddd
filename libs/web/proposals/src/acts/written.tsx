import { LanguageMark, languageOf } from '@tavolo/web-ui';

interface WrittenProps {
  /** What somebody wrote, as plain text. */
  readonly children: string;
}

/**
 * Words that somebody wrote: read aloud in the language that they show themselves to be in, with a small note where it is not the reader's;
 * in the reader's ordinary voice where they do not show it (`lang=""`).
 */
export function Written({ children }: WrittenProps) {
  const language = languageOf(children);
  return (
    <>
      <span lang={language ?? ''}>{children}</span>
      <LanguageMark language={language} />
    </>
  );
}
