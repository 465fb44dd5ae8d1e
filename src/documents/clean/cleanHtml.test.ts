import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { cleanHtml, PageTooLarge, pageText, plainText } from './index.ts';

const clean = (html: string): string => cleanHtml(html).html;
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const ALLOWED = new Set(
  'p h2 h3 h4 h5 h6 br hr ul ol li table caption thead tbody tr th td a img strong em s sub sup code blockquote pre'.split(' '),
);
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'rel'],
  img: ['src', 'alt', 'data-alt'],
  td: ['colspan', 'rowspan'],
  th: ['scope', 'colspan', 'rowspan'],
  ol: ['start'],
};

/** Everything that is wrong with a page that claims to be clean. */
function harm(html: string): string[] {
  const found: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (node.nodeName === '#comment') found.push('comment');
    if (!('tagName' in node)) return;
    if (!ALLOWED.has(node.tagName)) found.push(node.tagName);
    for (const a of node.attrs) {
      if (!ATTRIBUTES[node.tagName]?.includes(a.name)) found.push(`${node.tagName}[${a.name}]`);
      if (a.name === 'href' && !/^(https?:\/\/|mailto:|tel:|\/(?![/\\])|attachment:)/i.test(a.value)) found.push(`href ${a.value}`);
      if (a.name === 'src' && !/^(\/(?![/\\])|attachment:)/.test(a.value)) found.push(`src ${a.value}`);
    }
    node.childNodes.forEach(walk);
  };
  parseFragment(html).childNodes.forEach(walk);
  return found;
}

const ATTACKS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//x.example/x.js></SCRIPT>',
  '<img src=x onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<img src="/a.png" onload=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text x="20" y="20">x</text></a></svg>',
  '<math><mi xlink:href="data:x,<script>alert(1)</script>">x</mi></math>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href="java&#9;script:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="//evil.example/">x</a>',
  '<a href="/\\evil.example/">x</a>',
  '<a href="\\\\evil.example\\">x</a>',
  '<a href="https:evil.example">x</a>',
  '<a href="https://user:pass@evil.example/">x</a>',
  '<a href="blob:https://x/1">x</a>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html;base64,PHNjcmlwdD4="></object>',
  '<embed src="x.swf">',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/x.css";</style>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<p style="position:fixed;top:0;left:0">x</p>',
  '<div id="location" name="cookie">x</div>',
  '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">',
  '<img src="data:text/html;base64,PHNjcmlwdD4=">',
  '<img src="https://tracker.example/1.gif">',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror=alert(1)></video>',
  '<template><script>alert(1)</script></template>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
  '<plaintext><script>alert(1)</script>',
  '<!--[if IE]><script>alert(1)</script><![endif]-->',
  '<![if !IE]><img src=x onerror=alert(1)><![endif]>',
  '<?xml version="1.0"?><?php echo 1 ?>',
  '<table><td><script>alert(1)</script></td><a href=javascript:alert(1)>x',
  '<p><a href="https://a.example/"><a href="javascript:alert(1)">x</a></a>',
  '<select><template><style><!--</style><a rel="--></style></template></select><img src=1 onerror=alert(1)>">',
  '<b><p><b><p><b><i><p>x</b></i>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<pre>\n\n<img src=x onerror=alert(1)></pre>',
  '<title><img src=x onerror=alert(1)></title>',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
];

describe('a pasted page', () => {
  it.each(ATTACKS)('does no harm: %s', (attack) => {
    const html = clean(attack);
    expect(harm(html)).toEqual([]);
    expect(clean(html)).toBe(html);
  });

  it('does no harm however attacks are put together, and cleaning again changes nothing', () => {
    const piece = fc.oneof(
      fc.constantFrom(...ATTACKS),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<table>',
        '<tr>',
        '<td rowspan=3 colspan=2>',
        '</table>',
        '<ul>',
        '<li>',
        '</ul>',
        '<ol start=3>',
        '<b>',
        '</b>',
        '<sub>',
      ),
      fc.constantFrom(
        '<a href="https://a.example/?a=1&b=2">',
        '</a>',
        '<br>',
        '<h1>',
        '</h1>',
        '<pre>\n',
        '</pre>',
        '<blockquote>',
        '<th>',
        '<thead>',
        '<caption>',
        '　　',
        ' ',
      ),
      fc.string({ maxLength: 12 }),
      fc.constantFrom('通知', '第一条 ', '\n', '&nbsp;', '2023', '<!--', '-->', '<', '>', '&', '"'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const html = clean(pieces.join(''));
        expect(harm(html)).toEqual([]);
        expect(clean(html)).toBe(html);
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps its words when nesting is absurd, and refuses a page no page is as large as', () => {
    expect(clean(`${'<div>'.repeat(5000)}深<script>x</script>${'</div>'.repeat(5000)}`)).toBe('<p>深</p>');
    const tables = clean(`${'<b><table><tr><td>'.repeat(800)}深`);
    expect(harm(tables)).toEqual([]);
    expect(plainText(tables)).toBe('深');
    expect(clean(tables)).toBe(tables);
    expect(() => clean('文'.repeat(3_000_001))).toThrow(PageTooLarge);
  });
});

describe('a paste from Word', () => {
  const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head>
<body lang=ZH-CN><!--StartFragment--><h1 style='text-align:center'><span style='font-family:方正小标宋简体'>朝阳镇防汛应急预案<o:p></o:p></span></h1>
<p class=MsoNormal style='text-indent:32.0pt;mso-outline-level:1'><b><span style='font-family:黑体'>一、总则</span></b></p>
<p class=MsoNormal style='text-indent:32.0pt'><span lang=EN-US style='mso-spacerun:yes'>&nbsp; </span><span style='font-family:仿宋_GB2312'>为做好防汛
工作，制定本预案。</span><span style='display:none;mso-hide:all'>内部批注</span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>成立指挥部</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>落实责任人</p>
<table class=MsoNormalTable border=1 style='border-collapse:collapse'><tr style='height:1pt'><td width=100 style='border:solid'><p class=MsoNormal><b>村名</b></p></td><td colspan=2><p class=MsoNormal>责任人</p></td></tr>
<tr><td><p>示例村</p></td><td><p>李示例</p></td><td><p>12</p></td></tr></table><p class=MsoNormal><o:p>&nbsp;</o:p></p></body></html>`;

  it('becomes headings, paragraphs, a list and a table with its head, without a style', () => {
    expect(clean(WORD)).toBe(
      [
        '<h2>朝阳镇防汛应急预案</h2>',
        '<h2><strong>一、总则</strong></h2>',
        '<p>为做好防汛工作，制定本预案。</p>',
        '<ul><li>成立指挥部</li><li>落实责任人</li></ul>',
        '<table><thead><tr><th scope="col"><strong>村名</strong></th><th scope="col" colspan="2">责任人</th></tr></thead><tbody><tr><td>示例村</td><td>李示例</td><td>12</td></tr></tbody></table>',
      ].join('\n'),
    );
  });

  it('says what it took out', () => {
    expect(cleanHtml(WORD).removed.map((r) => r.what)).toEqual(expect.arrayContaining(['style', 'comment', 'hidden']));
    expect(cleanHtml('<p onclick="x()">字</p><a href="javascript:x()">点</a>').removed).toEqual([
      { what: 'script', says: '脚本和事件代码', count: 1 },
      { what: 'link', says: '不能公开的链接地址', count: 1 },
    ]);
  });

  it('gives pictures to be kept as attachments, and leaves out those of other machines', () => {
    const page = cleanHtml(`<p>图：<img alt="平面图" src="data:image/png;base64,${PIXEL}"><img src="file:///C:/a.png"></p>`);
    expect(page.html).toBe('<p>图：<img src="attachment:image-1" alt="平面图"></p>');
    expect(page.images.map((i) => [i.src, i.mediaType, i.bytes.length])).toEqual([['attachment:image-1', 'image/png', 70]]);
    expect(page.removed.map((r) => [r.what, r.count])).toEqual([['image', 1]]);
    expect(cleanHtml('<img src="data:image/png;base64,PHNjcmlwdD4=">').images).toEqual([]);
  });

  it('does not take a first row of figures for a head', () => {
    expect(clean('<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>')).not.toContain('<th');
  });
});

describe('the text of a page', () => {
  const PAGE =
    '<h2>一</h2><p>甲<br>乙 <a href="/x">见此</a></p><table><tr><th>项</th><th>数</th></tr><tr><td>收入</td><td>3</td></tr></table><img src="/a.png">';

  it('is one paragraph or row a line', () => expect(plainText(PAGE)).toBe('一\n甲\n乙 见此\n项\t数\n收入\t3'));

  it('is what the check before publishing reads', () => {
    const page = pageText(clean(PAGE));
    expect(page.blocks.map((b) => b.kind)).toEqual(['heading', 'paragraph', 'cell', 'cell', 'cell', 'cell', 'paragraph']);
    expect(page.tables).toEqual([{ block: 3, rows: 2, columns: 2, headers: 2, quote: '项' }]);
    expect(page.links).toEqual([{ block: 2, href: '/x', text: '见此' }]);
    expect(page.images).toEqual([{ block: 7, alt: null, source: '/a.png' }]);
  });
});
