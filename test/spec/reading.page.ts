import { FORM_2021, requestRowKeys } from '#law/forms/index.ts';

/** How a page of an invented 示范县财政局 differs from the plain form with zeros. */
export interface Changes {
  readonly title?: string;
  /** Cells of rows of section three by key. */
  readonly rows?: Readonly<Record<string, readonly string[]>>;
  /** Labels of rows of section three by key. */
  readonly labels?: Readonly<Record<string, string>>;
  /** One more cell at the end of each row of section three. */
  readonly extra?: string;
  readonly beforeThree?: string;
  readonly afterThree?: string;
  readonly normative?: readonly [string, string, string];
  readonly licences?: string;
  readonly fees?: string;
  readonly four?: readonly string[];
  readonly signature?: string;
}

const LABELS = Object.fromEntries(FORM_2021.requestRows.map((r) => [r.key, r.label]));
const GROUPS: Readonly<Record<string, string>> = {
  '3.1': '三、本年度办理结果',
  '3.3.1': '（三）不予公开',
  '3.4.1': '（四）无法提供',
  '3.5.1': '（五）不予处理',
  '3.6.1': '（六）其他处理',
};

const td = (text: string, colspan = 1): string => `<td colspan="${colspan}"><p>${text}<o:p></o:p></p></td>`;
const tr = (...cells: string[]): string => `<tr>${cells.join('')}</tr>`;

function two({ normative = ['0', '0', '0'], licences = '0', fees = '0' }: Changes): string {
  return `<table>${[
    tr(td('第二十条第（一）项', 4)),
    tr(...['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((t) => td(t))),
    tr(...['规章', '0', '0', '0'].map((t) => td(t))),
    tr(...['行政规范性文件', ...normative].map((t) => td(t))),
    tr(td('第二十条第（五）项', 4)),
    tr(td('信息内容'), td('本年处理决定数量', 3)),
    tr(td('行政许可'), td(licences, 3)),
    tr(td('第二十条第（六）项', 4)),
    tr(td('信息内容'), td('本年处理决定数量', 3)),
    tr(td('行政处罚'), td('0', 3)),
    tr(td('行政强制'), td('0', 3)),
    tr(td('第二十条第（八）项', 4)),
    tr(td('信息内容'), td('本年收费金额（单位：万元）', 3)),
    tr(td('行政事业性收费'), td(fees, 3)),
  ].join('')}</table>`;
}

function three({ rows = {}, labels = {}, extra }: Changes): string {
  const more = extra === undefined ? '' : td(extra);
  const body = requestRowKeys(FORM_2021).map((key) => {
    const group = GROUPS[key] ? `<td rowspan="2">${GROUPS[key]}</td>` : '';
    const cells = rows[key] ?? Array(7).fill('0');
    return `<tr>${group}${td(labels[key] ?? LABELS[key]!)}${cells.map((c) => td(c)).join('')}${more}</tr>`;
  });
  return `<table><tr><td colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，<br>等于第三项加第四项之和）</td>${td('申请人情况', 7)}</tr>
    ${tr(td('自然人'), td('法人或其他组织', 5), td('总计'))}
    ${tr(...['商业<br>企业', '科研<br>机构', '社会公益组织', '法律服务机构', '其他'].map((t) => td(t)))}${body.join('')}</table>`;
}

function four({ four = Array(15).fill('0') }: Changes): string {
  const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((t) => td(t)).join('');
  return `<table>${tr(td('行政复议', 5), td('行政诉讼', 10))}${tr(heads, td('未经复议直接起诉', 5), td('复议后起诉', 5))}${tr(heads, heads)}${tr(...four.map((c) => td(c)))}</table>`;
}

/** A saved page with an office's report, laid out inside a table as government sites do. */
export function page(changes: Changes = {}): string {
  const { title = '示范县财政局2023年政府信息公开工作年度报告', signature = '<p>示范县财政局</p><p>2024年1月17日</p>' } = changes;
  return `<!DOCTYPE html><html><head><meta charset="gb2312"><title>${title}</title><style>p{}</style><script>var x = "<p>五、</p>";</script></head>
<body><div class="nav"><a>首页</a> &gt; <a>政府信息公开年报</a></div><table class="layout"><tr><td><div class="TRS_Editor"><p>${title}</p>
<p>发布日期：2024-01-20 来源：示范县财政局 浏览次数：12</p><p>一、总体情况</p><p>2023年1月1日至12月31日的情况如下。</p>
<p>二、主动公开政府信息情况</p>${two(changes)}<p>三、收到和处理政府信息公开申请情况</p>${changes.beforeThree ?? ''}${three(changes)}${changes.afterThree ?? ''}
<p>四、政府信息公开行政复议、行政诉讼情况</p>${four(changes)}<p>五、存在的主要问题及改进情况</p><p>一是公开不够及时。</p>
<p>六、其他需要报告的事项</p><p>本年没有收取信息处理费。</p>${signature}</div></td></tr></table><div>主办：示范县人民政府 版权所有</div></body></html>`;
}
