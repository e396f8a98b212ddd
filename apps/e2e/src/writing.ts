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

/** Puts the caret before the first occurrence of `passage`, or selects it, with the keyboard alone. The text is one of plain paragraphs. */
export async function goTo(page: Page, passage: string, select = false): Promise<void> {
  const at = (await words(page)).indexOf(passage);
  if (at < 0) throw new Error(`no such passage: ${passage}`);
  await text(page).focus();
  await page.keyboard.press('Control+Home');
  await press(page, 'ArrowRight', at);
  if (select) await press(page, 'Shift+ArrowRight', passage.length);
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let left = times; left > 0; left -= 1) await page.keyboard.press(key);
}
