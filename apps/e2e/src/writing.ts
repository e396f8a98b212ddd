import { type Locator, type Page } from '@playwright/test';

/** The live text as one who may write meets it. */
export const text = (page: Page): Locator => page.getByRole('textbox', { name: /Text of the proposal/ });

/** The words of the text, a line for each paragraph, without the names at other people's carets. */
export async function words(page: Page): Promise<string> {
  return text(page).evaluate((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const caret of copy.querySelectorAll('.caret-of-other')) caret.remove();
    return [...copy.querySelectorAll('p')]
      .map((paragraph) => paragraph.textContent.replaceAll('\u2060', ''))
      .join('\n');
  });
}

/** Puts the caret before the first occurrence of `passage`, or selects it. */
export async function goTo(page: Page, passage: string, select = false): Promise<void> {
  await text(page).focus();
  await text(page).evaluate(
    (element, { passage: wanted, select: whole }) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, whole ? at + wanted.length : at);
        const selection = getSelection();
        selection?.removeAllRanges();
        selection?.addRange(range);
        return;
      }
      throw new Error(`no such passage: ${wanted}`);
    },
    { passage, select },
  );
}
