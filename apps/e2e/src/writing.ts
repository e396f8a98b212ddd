import { expect, type Locator, type Page } from '@playwright/test';

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

/** How many characters of `words` stand before the caret; of a selection, before its moving end. */
async function beforeCaret(page: Page): Promise<number> {
  return text(page).evaluate((element) => {
    const { focusNode, focusOffset } = getSelection() ?? {};
    if (!focusNode || !element.contains(focusNode)) return -1;
    const range = document.createRange();
    range.setStart(element, 0);
    range.setEnd(focusNode, focusOffset ?? 0);
    const before = range.cloneContents();
    for (const caret of before.querySelectorAll('.caret-of-other')) caret.remove();
    const paragraphs = [...before.querySelectorAll('p')].map((paragraph) =>
      paragraph.textContent.replaceAll('\u2060', ''),
    );
    return paragraphs.join('\n').length;
  });
}

/** Presses `key` until the caret stands after `goal` characters: a key that is pressed while somebody else's caret is drawn may be lost. */
async function moveTo(page: Page, key: string, goal: number): Promise<void> {
  await expect
    .poll(async () => {
      for (let at = await beforeCaret(page); at < goal; at += 1) await page.keyboard.press(key);
      return beforeCaret(page);
    })
    .toBe(goal);
}

/** Puts the caret before the first occurrence of `passage`, or selects it, with the keyboard alone. The text is one of plain paragraphs. */
export async function goTo(page: Page, passage: string, select = false): Promise<void> {
  const at = (await words(page)).indexOf(passage);
  if (at < 0) throw new Error(`no such passage: ${passage}`);
  await text(page).focus();
  await page.keyboard.press('Control+Home');
  await moveTo(page, 'ArrowRight', at);
  if (!select) return;
  await moveTo(page, 'Shift+ArrowRight', at + passage.length);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(passage);
}
