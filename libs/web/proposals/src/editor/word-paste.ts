/** What a word processor puts on the clipboard, reduced to what a clause can hold: paragraphs, lists, bold and italic. */
export function cleanPastedHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const unwanted of page.querySelectorAll('style, script, meta, link, title, xml, img, svg, iframe, object, form'))
    unwanted.remove();
  removeComments(page);
  wordLists(page);
  tables(page);
  headings(page);
  emphasis(page);
  for (const element of page.body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) if (name !== 'start') element.removeAttribute(name);
  }
  return page.body.innerHTML;
}

function removeComments(page: Document): void {
  const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

/** Word writes list items as paragraphs with a style `mso-list` and the bullet as text. Neighbours become one list. */
function wordLists(page: Document): void {
  const isItem = (element: Element | null): element is HTMLElement =>
    element !== null &&
    (/mso-list:\s*l\d/u.test(element.getAttribute('style') ?? '') || element.className.startsWith('MsoListParagraph'));
  for (const first of [...page.querySelectorAll('p')].filter(
    (paragraph) => isItem(paragraph) && !isItem(paragraph.previousElementSibling),
  )) {
    const items: Element[] = [];
    for (let next: Element | null = first; isItem(next); next = next.nextElementSibling) items.push(next);
    const ordered = /^\s*(?:\d+|[a-z])[.)]/iu.test(first.textContent);
    const list = page.createElement(ordered ? 'ol' : 'ul');
    first.before(list);
    for (const item of items) {
      removeMarker(item);
      const entry = page.createElement('li');
      const paragraph = page.createElement('p');
      paragraph.append(...item.childNodes);
      entry.append(paragraph);
      list.append(entry);
      item.remove();
    }
  }
}

function removeMarker(item: Element): void {
  const marked = [...item.querySelectorAll('span')].filter((span) =>
    /mso-list:\s*ignore/iu.test(span.getAttribute('style') ?? ''),
  );
  for (const span of marked) span.remove();
  if (marked.length > 0) return;
  const first = item.firstChild;
  if (first?.nodeType === Node.TEXT_NODE)
    first.textContent = (first.textContent ?? '').replace(/^\s*(?:[·•o§–-]|\d+[.)]|[a-z][.)])\s+/iu, '');
}

/** Clauses hold no tables: each row becomes a paragraph, its cells kept apart by a bar. */
function tables(page: Document): void {
  for (const table of page.querySelectorAll('table')) {
    for (const row of table.querySelectorAll('tr')) {
      const paragraph = page.createElement('p');
      paragraph.textContent = [...row.querySelectorAll('th, td')]
        .map((cell) => cell.textContent.trim().replace(/\s+/gu, ' '))
        .join(' | ');
      table.before(paragraph);
    }
    table.remove();
  }
}

function headings(page: Document): void {
  for (const heading of page.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const paragraph = page.createElement('p');
    const strong = page.createElement('strong');
    strong.append(...heading.childNodes);
    paragraph.append(strong);
    heading.replaceWith(paragraph);
  }
}

/** Styles say bold and italic where Google Docs and LibreOffice write spans. */
function emphasis(page: Document): void {
  for (const element of page.querySelectorAll('b, span, font')) {
    const style = element.getAttribute('style') ?? '';
    const bold =
      element.localName === 'b'
        ? !/font-weight:\s*(?:normal|400)/iu.test(style)
        : /font-weight:\s*(?:bold|[6-9]00)/iu.test(style);
    const italic = /font-style:\s*italic/iu.test(style);
    const parts = [...element.childNodes];
    const wrap = (name: string) => {
      const wrapper = page.createElement(name);
      wrapper.append(...parts.splice(0, parts.length));
      parts.push(wrapper);
    };
    if (italic) wrap('em');
    if (bold) wrap('strong');
    element.replaceWith(...parts);
  }
}
