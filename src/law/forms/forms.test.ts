import { describe, expect, it } from 'vitest';
import { cellsOf, crossYearIdentitiesOf, FORM_2021, FORMS, formForYear, identitiesOf, proactiveKeys, requestRowKeys } from './index.ts';

const repeated = (list: readonly string[]): string[] => list.filter((x, i) => list.indexOf(x) !== i);

describe.each(FORMS.map((f) => [f.edition, f] as const))('edition %s', (_, form) => {
  const keys = cellsOf(form).map((c) => c.key);

  it('no key twice', () => {
    expect(repeated(keys)).toEqual([]);
    expect(repeated(form.requestRows.map((r) => r.key))).toEqual([]);
    expect(keys.filter((k) => k.startsWith('proactive/'))).toEqual(proactiveKeys(form));
  });

  it('no label twice in its group', () => {
    const groups = new Set(form.requestRows.map((r) => r.group));
    for (const g of groups) expect(repeated(form.requestRows.filter((r) => r.group === g).map((r) => r.label))).toEqual([]);
    for (const p of new Set(form.applicantColumns.map((c) => c.group)))
      expect(repeated(form.applicantColumns.filter((c) => c.group === p).map((c) => c.label))).toEqual([]);
    for (const b of form.proactive) expect(repeated([...b.columns, ...b.rows].map((x) => x.label))).toEqual([]);
    for (const p of new Set(form.remedyGroups.map((g) => g.parent)))
      expect(repeated(form.remedyGroups.filter((g) => g.parent === p).map((g) => g.label))).toEqual([]);
    expect(repeated(cellsOf(form).map((c) => `${c.section} ${c.label}`))).toEqual([]);
  });

  it('identities refer to cells that exist', () => {
    const known = new Set([
      ...keys,
      ...requestRowKeys(form, true).flatMap((r) => form.applicantColumns.map((c) => `requests/${r}/${c.key}`)),
    ]);
    const all = [...identitiesOf(form), ...identitiesOf(form, true), ...crossYearIdentitiesOf(form)];
    expect(all.flatMap((i) => [i.cell, ...i.terms.map((t) => t.cell)]).filter((c) => !known.has(c))).toEqual([]);
  });

  it('identities number as the form prints them: 7 balances, 7 sums of outcomes, a row sum each, 3 of remedies', () => {
    const of = (rule: string): number => identitiesOf(form).filter((i) => i.rule === rule).length;
    expect([of('T3-BALANCE'), of('T3-OUTCOMES'), of('T3-APPLICANTS'), of('T4-TOTAL')]).toEqual([7, 7, requestRowKeys(form).length, 3]);
    const outcomes = form.requestRows.filter((r) => r.role === 'outcome').length;
    expect(
      identitiesOf(form)
        .filter((i) => i.rule === 'T3-OUTCOMES')
        .map((i) => i.terms.length),
    ).toEqual(Array(7).fill(outcomes));
  });

  it('every cell says what it counts', () => expect(cellsOf(form).filter((c) => !c.counts)).toEqual([]));

  it('six sections, five aspects', () => expect([form.sections.length, form.aspects.length]).toEqual([6, 5]));
});

describe('editions together', () => {
  it('follow each other without gap or overlap; only the last is still in use and compiled', () => {
    for (const [i, form] of FORMS.entries()) {
      const next = FORMS[i + 1];
      expect(form.years[1]).toBe(next ? next.years[0] - 1 : null);
      expect(form.compiled).toBe(!next);
    }
    expect([2018, 2019, 2020, 2021, 2030].map((y) => formForYear(y)?.edition ?? null)).toEqual([null, '2019', '2019', '2021', '2021']);
  });
});

describe('the form of 2021', () => {
  it('has 10 + 175 + 15 = 200 cells', () => {
    const of = (section: number): number => cellsOf(FORM_2021).filter((c) => c.section === section).length;
    expect([of(2), of(3), of(4), cellsOf(FORM_2021).length]).toEqual([10, 175, 15, 200]);
  });

  it('has the keys other programs rely on, in their order', () => {
    const counted = (prefix: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${prefix}.${i + 1}`);
    const rows = [
      '1',
      '2',
      '3.1',
      '3.2',
      ...counted('3.3', 8),
      ...counted('3.4', 3),
      ...counted('3.5', 5),
      ...counted('3.6', 3),
      '3.7',
      '4',
    ];
    expect(requestRowKeys(FORM_2021)).toEqual(rows);
    expect(requestRowKeys(FORM_2021, true)).toEqual(
      rows
        .map((r) => r.slice(0, 3))
        .map((r, i) => (r === '3.6' ? r : rows[i]!))
        .filter((r, i, a) => a.indexOf(r) === i),
    );
    expect(proactiveKeys(FORM_2021).map((k) => k.slice('proactive/'.length))).toEqual([
      'regulations/issued',
      'regulations/abolished',
      'regulations/inForce',
      'normativeDocuments/issued',
      'normativeDocuments/abolished',
      'normativeDocuments/inForce',
      'licences',
      'penalties',
      'coercion',
      'feesInTenThousandYuan',
    ]);
    expect(FORM_2021.remedyGroups.map((g) => g.key)).toEqual(['review', 'litigationDirect', 'litigationAfterReview']);
    expect(FORM_2021.remedyColumns.map((c) => c.key)).toEqual(['upheld', 'corrected', 'other', 'pending', 'total']);
  });

  it('prints the statutory labels, word for word', () => {
    expect(FORM_2021.sections).toEqual([
      '总体情况',
      '主动公开政府信息情况',
      '收到和处理政府信息公开申请情况',
      '政府信息公开行政复议、行政诉讼情况',
      '存在的主要问题及改进情况',
      '其他需要报告的事项',
    ]);
    expect(FORM_2021.aspects).toEqual(['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障']);
    expect(
      FORM_2021.proactive.map((b) => [b.item, b.corner, ...b.columns.map((c) => c.label), ...b.rows.map((r) => r.label)].join(' ')),
    ).toEqual([
      '第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 行政规范性文件',
      '第二十条第（五）项 信息内容 本年处理决定数量 行政许可',
      '第二十条第（六）项 信息内容 本年处理决定数量 行政处罚 行政强制',
      '第二十条第（八）项 信息内容 本年收费金额（单位：万元） 行政事业性收费',
    ]);
    expect(FORM_2021.requestsCorner).toBe('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）');
    expect(FORM_2021.requestsHead).toBe('申请人情况');
    expect(FORM_2021.applicantColumns.map((c) => c.label)).toEqual([
      '自然人',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
      '总计',
    ]);
    expect(FORM_2021.outcomesLabel).toBe('三、本年度办理结果');
    expect(FORM_2021.requestRows.map((r) => `${r.group ?? ''}${r.label}`)).toEqual([
      '一、本年新收政府信息公开申请数量',
      '二、上年结转政府信息公开申请数量',
      '（一）予以公开',
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
      '（三）不予公开1.属于国家秘密',
      '（三）不予公开2.其他法律行政法规禁止公开',
      '（三）不予公开3.危及“三安全一稳定”',
      '（三）不予公开4.保护第三方合法权益',
      '（三）不予公开5.属于三类内部事务信息',
      '（三）不予公开6.属于四类过程性信息',
      '（三）不予公开7.属于行政执法案卷',
      '（三）不予公开8.属于行政查询事项',
      '（四）无法提供1.本机关不掌握相关政府信息',
      '（四）无法提供2.没有现成信息需要另行制作',
      '（四）无法提供3.补正后申请内容仍不明确',
      '（五）不予处理1.信访举报投诉类申请',
      '（五）不予处理2.重复申请',
      '（五）不予处理3.要求提供公开出版物',
      '（五）不予处理4.无正当理由大量反复申请',
      '（五）不予处理5.要求行政机关确认或重新出具已获取信息',
      '（六）其他处理1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      '（六）其他处理2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      '（六）其他处理3.其他',
      '（七）总计',
      '四、结转下年度继续办理',
    ]);
    expect(FORM_2021.remedyGroups.map((g) => [g.parent, g.label].filter(Boolean).join('/'))).toEqual([
      '行政复议',
      '行政诉讼/未经复议直接起诉',
      '行政诉讼/复议后起诉',
    ]);
    expect(FORM_2021.remedyColumns.map((c) => c.label)).toEqual(['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']);
  });
});
