import { APPLICANTS, GROUPS, linesOfTwo, PROCEEDINGS, RELATION, RESULTS, rowsOf, type Truth } from './reading.truth.ts';

type Text = string | number;

/** How a site writes a cell, a row and a table, and what it puts around and between them. */
export interface Site {
  readonly cell: (text: string, attributes: string) => string;
  readonly row: (cells: string) => string;
  readonly table: (rows: string, attributes?: string) => string;
  readonly paragraph: (text: string) => string;
  readonly page: (body: string) => string;
  readonly figure?: (n: number, label: string) => string;
  readonly label?: (text: string, key: string) => string;
  /** After each row of section three. */
  readonly between?: (rowNumber: number) => string;
  readonly four?: (t: Truth) => string;
  readonly fee?: (n: number) => string;
}

/** A report's page as a site makes it. */
export function onSite(site: Site, t: Truth): string {
  const { cell, row, table, paragraph, page, figure = String, label = (l: string) => l, between = () => '', fee = String } = site;
  const td = (text: Text, attributes = ''): string => cell(String(text), attributes);
  const tr = (...cells: string[]): string => row(cells.join(''));
  const two = linesOfTwo(t).map((line) => {
    const [first, ...rest] = line;
    const more = rest.length === 1 ? ' colspan="3"' : rest.length === 0 ? ' colspan="4"' : '';
    const cells = rest.map((c) => (typeof c === 'number' ? (first === '行政事业性收费' ? fee(c) : figure(c, String(first))) : c));
    return tr(td(first!, rest.length === 0 ? more : ''), ...cells.map((c) => td(c, more)));
  });
  const head = [
    tr(td(RELATION, ' colspan="3" rowspan="3"'), td('申请人情况', ' colspan="7"')),
    tr(td('自然人', ' rowspan="2"'), td('法人或其他组织', ' colspan="5"'), td('总计', ' rowspan="2"')),
    tr(...APPLICANTS.slice(1, 6).map((c) => td(c))),
  ];
  const outcomes = rowsOf(t).filter((r) => r.key.startsWith('3.')).length;
  const three = rowsOf(t).map((r, i) => {
    const inGroup = /^\d\.\d\.\d/.test(r.key);
    const own = td(label(r.label, r.key), inGroup ? '' : r.key.includes('.') ? ' colspan="2"' : ' colspan="3"');
    const size = rowsOf(t).filter((o) => o.key.startsWith(r.key.slice(0, 4))).length;
    const group = GROUPS[r.key] ? td(label(GROUPS[r.key]!, 'group'), ` rowspan="${size}"`) : '';
    const year = r.key === '3.1' ? td('三、本年度办理结果', ` rowspan="${outcomes}"`) : '';
    return tr(year, group, own, ...r.cells.map((n) => td(figure(n, r.label)))) + between(i);
  });
  const results = RESULTS.map((c) => td(c, ' rowspan="2"'));
  const inner = RESULTS.map((c) => td(c));
  const four = [
    tr(td(PROCEEDINGS[0]!, ' colspan="5"'), td('行政诉讼', ' colspan="10"')),
    tr(...results, ...PROCEEDINGS.slice(1).map((g) => td(g, ' colspan="5"'))),
    tr(...inner, ...inner),
    tr(...t.remedies.map((n) => td(figure(n, '复议')))),
  ];
  return page(
    [
      paragraph('示范县财政局2023年政府信息公开工作年度报告'),
      paragraph('根据《中华人民共和国政府信息公开条例》，编制本报告。统计期限为2023年1月1日至2023年12月31日。'),
      paragraph('一、总体情况'),
      paragraph('（一）主动公开。全年公开信息123条。'),
      paragraph('二、主动公开政府信息情况'),
      table(two.join('')),
      paragraph('三、收到和处理政府信息公开申请情况'),
      table([...head, ...three].join('')),
      paragraph('四、政府信息公开行政复议、行政诉讼情况'),
      site.four?.(t) ?? table(four.join('')),
      paragraph('五、存在的主要问题及改进情况'),
      paragraph('（一）存在的主要问题。一是公开不够及时。'),
      paragraph('六、其他需要报告的事项'),
      paragraph('收取信息处理费0元。'),
      paragraph('示范县财政局'),
      paragraph('2024年1月17日'),
    ].join('\n'),
  );
}

const tag =
  (name: string, more = '') =>
  (inner: string, attributes = ''): string =>
    `<${name}${attributes}${more}>${inner}</${name}>`;

const PLAIN: Site = {
  cell: (text, a) => `<td${a}>${text}</td>`,
  row: tag('tr'),
  table: (rows) => `<table border="1"><tbody>${rows}</tbody></table>`,
  paragraph: tag('p'),
  page: (body) => `<html><head><meta charset="utf-8"></head><body>${body}</body></html>`,
};

/** What Word puts into a page: conditional comments with figures of their own, hidden rows that keep widths, empty marks. */
const WORD_HEAD = `<!--[if gte mso 9]><xml><w:WordDocument><w:Zoom>99</w:Zoom></w:WordDocument></xml><![endif]-->
<style><!-- @font-face{font-family:宋体;} p.MsoNormal{mso-style-name:正文;margin:0cm} --></style>`;
const run = (text: string): string => `<span lang="EN-US" style="font-size:9.0pt;mso-font-kerning:0pt">${text}<o:p></o:p></span>`;
const word = (text: string): string =>
  `<p class="MsoNormal" align="center" style="text-align:center;mso-pagination:widow-orphan"><![if !supportEmptyParas]>${run(text)}<![endif]><!--[if !mso]>&nbsp;<![endif]--></p>`;

const section = (inner: string): string => `<section style="margin: 0px;">${inner}</section>`;

/** Sites and editors, every figure in its own cell: all must be right. */
export const SITES: Readonly<Record<string, Site>> = {
  plain: PLAIN,
  'TRS with a Word paste': {
    ...PLAIN,
    cell: (text, a) => `<td${a} valign="center" style="border-top:none;mso-border-alt:solid windowtext .5pt">${word(text)}</td>`,
    table: (rows) =>
      `<div align="center"><table class="MsoTableGrid">${rows}<![if !supportMisalignedColumns]><tr height="0">${'<td width="59" style="border:none"></td>'.repeat(10)}</tr><![endif]></table></div>`,
    paragraph: (text) => word(`<b style="mso-bidi-font-weight:normal">${text.slice(0, 3)}</b>${text.slice(3)}`),
    page: (body) =>
      `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>示范县财政局2023年政府信息公开工作年度报告_示范县人民政府</title><meta name="ArticleTitle" content="x"></head><body>${WORD_HEAD}<div class="TRS_Editor"><div class="TRS_PreAppend" style="overflow-x: hidden">${body}</div></div></body></html>`,
  },
  '新点, a page laid out in a table, with the cells of merged ones hidden': {
    ...PLAIN,
    cell: (text, a) => {
      const covered = Number(/colspan="(\d+)"/.exec(a)?.[1] ?? 1) - 1;
      return `<td${a}><div class="ewb-cell">\r\n\t\t${text}\r\n\t</div></td>${'<td style="display: none;"></td>'.repeat(covered)}`;
    },
    table: (rows) => `<table class="ewb-table"><colgroup><col width="80"><col></colgroup><tbody>${rows}</tbody></table>`,
    page: (body) =>
      `<html><body><table width="1000"><tr><td width="200"><ul><li>一、机构职能</li><li>二、政府信息公开指南</li><li>三、政府信息公开年报</li></ul></td><td><div id="ivs_content" class="ewb-article-info">${body}</div></td></tr></table></body></html>`,
  },
  '大汉, marks in comments': {
    ...PLAIN,
    cell: (text, a) => `<td${a}><!--<$[0]>begin--><zoom>${text}</zoom><!--<$[0]>end--></td>`,
    page: (body) =>
      `<html><head><meta name="ContentStart" content=""><script>document.write("<table><tr><td>9</td></tr></table>")</script></head><body><!--ZOOM--><div id="zoom"><!--<$[信息内容]>begin-->${body}<!--<$[信息内容]>end--></div><p>打印 关闭</p></body></html>`,
  },
  'WeChat, sections in sections and the whole hidden till it is laid out': {
    ...PLAIN,
    cell: (text, a) => `<td${a}>${section(section(`<span leaf="" textstyle="">${text}</span>`))}</td>`,
    table: (rows) => section(`<table style="display:table"><tbody>${rows}</tbody></table>`),
    paragraph: (text) => section(`<p style="white-space: normal;"><span leaf=""><br></span></p>${section(`<span leaf="">${text}</span>`)}`),
    page: (body) =>
      `<html><head><meta property="og:title" content="x"></head><body><div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">${body}</div><div>阅读 1024 赞 3</div></body></html>`,
  },
  'with empty rows between': { ...PLAIN, between: (i) => (i % 3 === 1 ? `<tr>${'<td>&nbsp;</td>'.repeat(10)}</tr><tr></tr>` : '') },
  'with the head and 续表 again on each page': {
    ...PLAIN,
    between: (i) =>
      i === 8 || i === 17
        ? `<tr><td colspan="10">续表</td></tr><tr><td colspan="3" rowspan="3">${RELATION}</td><td colspan="7">申请人情况</td></tr><tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr><tr>${APPLICANTS.slice(
            1,
            6,
          )
            .map((a) => `<td>${a}</td>`)
            .join('')}</tr>`
        : '',
  },
  'cells of the head, captions and sums in the foot': {
    ...PLAIN,
    table: (rows) =>
      `<table><caption>单位：件</caption><thead></thead>${rows}<tfoot><tr><td colspan="10">注：以上数据由各科室提供。</td></tr></tfoot></table>`,
  },
  'figures with spaces and lines around them': { ...PLAIN, figure: (n) => `\n  <p>\u3000</p><p> ${n}\u00a0\n</p><br>\u2003` },
  'figures with 件 and thousands apart': {
    ...PLAIN,
    figure: (n, label) => (label === '规章' ? `${n}` : `${n.toLocaleString('en')}${n % 2 === 0 ? ' 件' : '件'}`),
  },
  'figures of full width and thousands apart by a full comma': {
    ...PLAIN,
    figure: (n) => n.toLocaleString('en').replace(/[\d,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  },
  'figures with the mark of a footnote': { ...PLAIN, figure: (n) => `${n}${n % 3 === 0 ? '①' : n % 3 === 1 ? '<sup>1</sup>' : '²'}` },
  'zeros as 〇 and ○': { ...PLAIN, figure: (n) => (n === 0 ? '〇' : `${n}`), label: (l) => l },
  'figures in fields of a form': { ...PLAIN, figure: (n) => `<input type="text" value="${n}" readonly>` },
  'the fee with its unit': { ...PLAIN, fee: (n) => `${n}万元` },
  'the fee in yuan, told so': { ...PLAIN, fee: (n) => `${(n * 10_000).toFixed(2)}元` },
  'labels with 件, lines and other words': {
    ...PLAIN,
    label: (l, key) =>
      key === '1' || key === '2' ? `${l}<br>（件）` : key === '3.7' ? '（七）合计' : key === '4' ? '四、结转下年度<br>继续办理（件）' : l,
  },
  'labels as a machine read them': {
    ...PLAIN,
    label: (l) => l.replaceAll('政府', '攻府').replaceAll('申请', '中请').replace('一、', '—、').replaceAll('（', '('),
  },
  'labels in traditional characters': { ...PLAIN, label: (l) => traditional(l) },
  'the groups’ lines with sums of their own': {
    ...PLAIN,
    label: (l) => l,
    between: (i) => (i === 3 ? `<tr><td colspan="2">小计</td>${'<td>0</td>'.repeat(7)}</tr>` : ''),
  },
  'section four with the results down': {
    ...PLAIN,
    four: (t) =>
      `<table><tr><td></td>${PROCEEDINGS.map((p) => `<td>${p}</td>`).join('')}</tr>${RESULTS.map(
        (r, i) => `<tr><td>${r}</td>${[0, 1, 2].map((g) => `<td>${t.remedies[g * 5 + i]}</td>`).join('')}</tr>`,
      ).join('')}</table>`,
  },
  'section four as three tables': {
    ...PLAIN,
    four: (t) =>
      PROCEEDINGS.map(
        (p, g) =>
          `<table><tr><td colspan="5">${p}</td></tr><tr>${RESULTS.map((r) => `<td>${r}</td>`).join('')}</tr><tr>${t.remedies
            .slice(g * 5, g * 5 + 5)
            .map((n) => `<td>${n}</td>`)
            .join('')}</tr></table>`,
      ).join(''),
  },
};

const SHAPES =
  '总總体體动動开開处處请請复復诉訴讼訟报報项項规規许許罚罰强強业業费費务務数數发發废廢现現内內制製结結转轉办辦属屬于於国國机機关關会會组組织織构構类類过過执執权權护護稳穩无無补補确確认認获獲计計级級与與产產后後维維纠糾审審续續缴繳纳納据據万萬没沒询詢访訪举舉这這';
const TRADITIONAL = new Map(Array.from({ length: SHAPES.length / 2 }, (_, i) => [SHAPES[i * 2]!, SHAPES[i * 2 + 1]!]));

function traditional(text: string): string {
  return [...text].map((c) => TRADITIONAL.get(c) ?? c).join('');
}

export { PLAIN as PLAIN_SITE };

/** Ways that spoil figures: never another figure without a word. */
export const SPOILED: Readonly<Record<string, Site>> = {
  'letters a machine read for digits': { ...PLAIN, figure: (n) => String(n).replaceAll('1', 'l').replaceAll('0', 'O') },
  'some letters among digits': {
    ...PLAIN,
    figure: (n) =>
      String(n)
        .replace(/(?<=\d)1/, 'l')
        .replace(/(?<=\d)0$/, 'O'),
  },
  'two figures in one cell': { ...PLAIN, figure: (n) => (n > 9 ? `${n}<br>3` : `${n}`) },
  'last year’s figure under this year’s': { ...PLAIN, figure: (n) => `<p>${n}</p><p>${n + 1}</p>` },
  'shares beside figures': { ...PLAIN, figure: (n) => `${n}/${n + 2}` },
  'in words': { ...PLAIN, figure: (n) => (n > 9 ? `${n / 10}十` : `${n}`) },
  'in ten thousands': { ...PLAIN, figure: (n) => (n >= 100 ? `${n / 10_000}万` : `${n}`), fee: (n) => `${n / 10_000}亿` },
  'the fee in yuan, untold': { ...PLAIN, fee: (n) => `${n}万元（${n * 10_000}元）` },
  'the groups’ own sums as rows': {
    ...PLAIN,
    between: (i) =>
      i === 3 || i === 11
        ? `<tr><td colspan="2">${i === 3 ? '（三）不予公开' : '（四）无法提供'}</td>${'<td>7</td>'.repeat(6)}<td>42</td></tr>`
        : '',
  },
  'last year’s rows between': {
    ...PLAIN,
    between: (i) =>
      `<tr><td colspan="3">上年同期</td>${[1, 2, 3, 4, 5, 6].map((k) => `<td>${k + i}</td>`).join('')}<td>${21 + 6 * i}</td></tr>`,
  },
};
