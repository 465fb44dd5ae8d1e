import { formForYear } from '#law/forms/index.ts';
import type { Context } from '../context.ts';
import type { Found, Rule } from '../rule.ts';

const NOTICE = { '2019': '2019年的格式（国办公开办函〔2019〕60号）', '2021': '2021年的格式（国办公开办函〔2021〕30号）' } as const;

function* edition(context: Context): Iterable<Found> {
  const { form, year } = context.reading.report;
  const due = year === null ? null : formForYear(year);
  if (!form || !due || due.edition === form) return;
  yield {
    message: `${year}年度的报告应当用${NOTICE[due.edition]}，第二部分用的却是${NOTICE[form]}。请换用正确的表格。`,
    basis: [due.basisLaw, 'OGIR2019 50.2'],
    where: { section: 2 },
    expected: due.edition,
    actual: form,
  };
}

function* mixed(context: Context): Iterable<Found> {
  const { proactive, requests } = context.reading.editions;
  if (!proactive || !requests || proactive === requests) return;
  yield {
    message:
      requests === '2019'
        ? '第二部分是2021年的格式，第三部分却把“（六）其他处理”印成一行，是2019年的格式。请改用分三行的表格。'
        : '第二部分是2019年的格式，第三部分却是2021年的格式。请全部改用同一年的格式。',
    where: { section: requests === '2019' ? 3 : 2 },
    expected: requests === '2019' ? proactive : requests,
    actual: requests === '2019' ? requests : proactive,
  };
}

function* several(context: Context): Iterable<Found> {
  const next = context.reading.nextReport;
  if (!next) return;
  yield {
    message: `文件里从这里起还有另一份报告，只检查了前一份。请把两份报告分成两个文件，或者用“上年年报”选上年的那一份。`,
    where: { section: 7, line: next.line, quote: next.text },
  };
}

export const editionRules: readonly Rule[] = [
  {
    id: 'FORM-EDITION',
    severity: 'error',
    title: '用当年的统一格式',
    basis: ['OGIR2019 50.2', 'FORM2021'],
    what: '2019、2020年度用2019年的格式，2021年度起用2021年的格式。以第二部分的表格为准。',
    fails: { says: '2022年度的报告还印着“政府集中采购”', sketch: { year: 2022, form: '2019' } },
    passes: { says: '2020年度的报告用2019年的格式', sketch: { year: 2020, form: '2019' } },
    find: edition,
  },
  {
    id: 'FORM-MIXED',
    severity: 'error',
    title: '各部分用同一年的格式',
    basis: ['OGIR2019 50.2', 'FORM2021'],
    what: '第二部分与第三部分的表格出自同一年的格式。',
    fails: { says: '2023年度，第三部分“（六）其他处理”只有一行', sketch: { oneOtherRow: true, editions: { requests: '2019' } } },
    passes: { says: '各部分都是2021年的格式', sketch: {} },
    find: mixed,
  },
  {
    id: 'FILE-SEVERAL',
    severity: 'warning',
    title: '一个文件一份报告',
    basis: ['LOCAL'],
    what: '文件里有两份完整的报告时，只读前一份。',
    fails: {
      says: '2023年度的报告后面接着2022年度的报告',
      sketch: { nextReport: { line: 90, text: '甲镇2022年政府信息公开工作年度报告' } },
    },
    passes: { says: '只有一份报告', sketch: {} },
    find: several,
  },
];
