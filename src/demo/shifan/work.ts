import type { Line } from '../shape.ts';

/** Date, kind, about disclosure, subject, result. */
const HELD: readonly (readonly [on: string, kind: string, aboutDisclosure: boolean, subject: string, result?: string])[] = [
  ['2022-02-16', 'training', true, '政府信息公开条例和依申请公开办理'],
  ['2022-03-23', 'training', false, '政务服务事项系统操作'],
  ['2022-05-11', 'training', true, '政府信息公开保密审查'],
  ['2022-11-09', 'training', true, '政府信息公开年度报告编制'],
  ['2022-04-20', 'inspection', true, '县政务公开专项检查', '指出的栏目更新不及时已改正'],
  ['2022-07-13', 'inspection', false, '县政务服务大厅检查'],
  ['2022-12-07', 'assessment', true, '县政府信息公开年度考核', '考核等次为良好'],
  ['2022-08-17', 'socialEvaluation', true, '政府信息公开社会评议', '参评群众总体评价为满意'],
  ['2022-11-16', 'accountability', true, '依申请公开答复逾期', '对逾期答复的经办人员作了批评教育'],
  ['2022-05-18', 'publicity', true, '政府开放日'],
  ['2023-02-15', 'training', true, '规范性文件公开和政策解读'],
  ['2023-03-22', 'training', false, '便民热线工单办理'],
  ['2023-05-10', 'training', true, '信息处理费收取和依申请公开答复文书'],
  ['2023-09-13', 'training', false, '电子政务外网安全'],
  ['2023-11-08', 'training', true, '年度报告数据核对'],
  ['2023-04-19', 'inspection', true, '县政府信息公开工作督查', '未发现问题'],
  ['2023-07-12', 'inspection', false, '市电子政务外网检查'],
  ['2023-10-18', 'inspection', true, '县基层政务公开目录抽查', '缺少的两个事项已补充公开'],
  ['2023-12-06', 'assessment', true, '县政府信息公开年度考核', '考核等次为优秀，名次比上年前移'],
  ['2023-08-16', 'socialEvaluation', true, '政府信息公开社会评议', '群众对惠农补贴公开评价较好，建议增加村级公示'],
  ['2023-11-15', 'accountability', true, '依申请公开答复逾期', '对答复逾期的站所负责人作了提醒谈话'],
  ['2023-05-17', 'publicity', true, '政府开放日'],
];

export const ACTIVITIES: readonly Line[] = HELD.map(([on, kind, aboutDisclosure, subject, result], i) => ({
  id: `sfz-hd-${String(i + 1).padStart(3, '0')}`,
  agency: 'sfz',
  kind,
  on,
  subject,
  aboutDisclosure,
  result: result ?? null,
}));

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
