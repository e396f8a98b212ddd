/** A mail as it is written: paragraphs, one of which is the link. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly (string | { readonly address: string; readonly label: string })[];
}

/** What the mail port sends. */
export interface MailTexts {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** The letter as plain text and as simple HTML. Names of people are hostile text here too. */
export function writeLetter({ subject, paragraphs }: Letter, language: string): MailTexts {
  const text = paragraphs.map((part) => (typeof part === 'string' ? part : part.address)).join('\n\n');
  const body = paragraphs
    .map((part) =>
      typeof part === 'string'
        ? `<p>${escape(part)}</p>`
        : `<p><a href="${escape(part.address)}">${escape(part.label)}</a></p>`,
    )
    .join('\n');
  const head = `<meta charset="utf-8"><title>${escape(subject)}</title>`;
  return {
    subject: subject.replace(/\s+/g, ' '),
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="${escape(language)}">\n<head>${head}</head>\n<body>\n${body}\n</body>\n</html>\n`,
  };
}
