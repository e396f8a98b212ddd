import { cleanPastedHtml } from './word-paste.js';

const bare = (html: string): string =>
  cleanPastedHtml(html)
    .replaceAll(/\s*\n\s*/gu, '')
    .trim();

describe('what is pasted into a clause', () => {
  it('keeps a list of Word as a list, without its bullets and its style sheet', () => {
    const word = `
      <html><head><style>p.MsoListParagraph { color: red }</style></head><body><!--StartFragment-->
      <p class="MsoNormal" style="color:#ff0000">Before</p>
      <p class="MsoListParagraphCxSpFirst" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·&nbsp;&nbsp;</span>Two nurseries</p>
      <p class="MsoListParagraphCxSpLast" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·&nbsp;&nbsp;</span>One <b>evening</b></p>
      <p class="MsoNormal">After</p><!--EndFragment--></body></html>`;
    expect(bare(word)).toBe(
      '<p>Before</p><ul><li><p>Two nurseries</p></li><li><p>One <strong>evening</strong></p></li></ul><p>After</p>',
    );
  });

  it('knows a numbered list of Word by its numbers', () => {
    const item = (number: string, words: string) =>
      `<p style="mso-list:l1 level1 lfo2"><span style="mso-list:Ignore">${number}</span>${words}</p>`;
    expect(bare(item('1.', 'First') + item('2.', 'Second'))).toBe(
      '<ol><li><p>First</p></li><li><p>Second</p></li></ol>',
    );
  });

  it('takes the bold and italic spans of Google Docs and LibreOffice, and not the bold wrapper around all', () => {
    const docs = `<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;color:#1155cc">Bold</span>
      <span style="font-style:italic">slanted</span><span style="font-weight:400"> plain</span></p></b>`;
    const cleaned = bare(docs);
    expect(cleaned).toContain('<strong>Bold</strong>');
    expect(cleaned).toContain('<em>slanted</em>');
    expect(cleaned).toContain(' plain</p>');
    expect(cleaned.match(/<strong>/gu)).toHaveLength(1);
    expect(bare('<p><font color="#000"><i>office</i></font></p>')).toBe('<p><i>office</i></p>');
  });

  it('keeps lists within lists', () => {
    const nested = '<ul class="x"><li><p>Outer</p><ol start="3"><li><p>Inner</p></li></ol></li></ul>';
    expect(bare(nested)).toBe('<ul><li><p>Outer</p><ol start="3"><li><p>Inner</p></li></ol></li></ul>');
  });

  it('writes each row of a table as a line', () => {
    const table = '<table><tr><th>Year</th><th>Euro</th></tr><tr><td> 2027 </td><td>62,000</td></tr></table>';
    expect(bare(table)).toBe('<p>Year | Euro</p><p>2027 | 62,000</p>');
  });

  it('drops whatever could run or load something', () => {
    const hostile = `<p onclick="steal()" style="background:url(//x)">Words<script>steal()</script>
      <img src="x" onerror="steal()"><iframe src="//x"></iframe></p><style>p{}</style>`;
    expect(bare(hostile)).toBe('<p>Words</p>');
  });
});
