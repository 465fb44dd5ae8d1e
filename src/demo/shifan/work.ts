import type { Line } from '../shape.ts';

/** Month-day, kind, about disclosure, subject, result; the same round every year. */
const ROUND: readonly (readonly [on: string, kind: string, aboutDisclosure: boolean, subject: string, result?: string])[] = [
  ['02-16', 'training', true, '政府信息公开条例和依申请公开办理'],
  ['03-23', 'training', false, '政务服务事项系统操作'],
  ['05-11', 'training', true, '政府信息公开保密审查'],
  ['09-14', 'training', false, '12345热线工单办理'],
  ['11-09', 'training', true, '政府信息公开年度报告编制'],
  ['04-20', 'inspection', true, '县政务公开专项检查', '指出的栏目更新不及时已改正'],
  ['07-13', 'inspection', false, '县政务服务大厅检查'],
  ['10-19', 'inspection', true, '县政府信息公开工作督查', '未发现问题'],
  ['12-07', 'assessment', true, '县政府信息公开年度考核', '考核等次为良好'],
  ['08-17', 'socialEvaluation', true, '政府信息公开社会评议', '参评群众总体评价为满意'],
  ['11-16', 'accountability', true, '依申请公开答复逾期', '对逾期答复的经办人员作了批评教育'],
  ['05-18', 'publicity', true, '政府开放日'],
];

export const ACTIVITIES: readonly Line[] = [2022, 2023].flatMap((year) =>
  ROUND.map(([on, kind, aboutDisclosure, subject, result], i) => ({
    id: `sfz-hd-${year}-${String(i + 1).padStart(3, '0')}`,
    agency: 'sfz',
    kind,
    on: `${year}-${on}`,
    subject,
    aboutDisclosure,
    result: result ?? null,
  })),
);

/** Year, problem, measure, what came of it (said in the report of the year after). */
const FOUND: readonly (readonly [year: number, problem: string, measure: string, result?: string])[] = [
  [2021, '信息更新不够及时', '明确各站所报送时限', '明确了各站所的报送时限和专人'],
  [2021, '政策解读形式单一', '增加问答和图片解读', '新发的惠民政策都配了问答解读'],
  [2022, '个别申请答复超过期限', '对临近期限的申请逐件提醒', '建立了到期前提醒，由专人督办'],
  [2022, '村一级公开渠道较少', '增设公示栏和村广播栏目', '各村都设了公示栏'],
  [2023, '公开信息的检索不够方便', '按主题重新整理公开目录'],
  [2023, '部分站所公开意识不强', '把公开工作纳入站所年度考核'],
];

export const PROBLEMS: readonly Line[] = FOUND.map(([year, problem, measure, result], i) => ({
  number: `sfz-wt-${i + 1}`,
  agency: 'sfz',
  year,
  foundOn: `${year}-12-15`,
  problem,
  measure,
  carried: false,
  doneOn: result ? `${year + 1}-11-30` : null,
  result: result ?? null,
}));
