import { valueAt } from '#domain/report/model.ts';
import type { Context } from '../context.ts';
import { cellName } from '../labels.ts';
import { coreName, isAuthority } from '../level.ts';
import { placeOf } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

const CLAIM =
  /(?<subject>[^，。；：]{0,40}?)(?:作为|是|为|系|担任|承担|履行)(?<scope>[^，。；：]{0,14}?)(?:政府信息公开|政务公开|信息公开)(?:工作)?的?主管部门/g;

/** The words before 作为 speak of the report's own unit: its name, 我镇, or an office named without a superior's name. */
function ownSubject(context: Context, subject: string): boolean {
  if (subject.includes(context.unit) && context.unit !== '') return true;
  // 县林业局 in the report of 某某县林业局.
  const short = /[省市县区旗州盟][^省市县区旗州盟]{2,12}$/.exec(context.unit)?.[0];
  if (short && context.level === 'department' && subject.endsWith(short)) return true;
  if (/(我|本)(镇|乡|街道|局|委|办|单位|机关|中心)/.test(subject)) return true;
  return /(党政办|综合办|办公室)/.test(subject) && !/[县市区州盟旗省](人民政府|政府|委|政务公开)?(办公室|办)/.test(subject);
}

function* authority(context: Context): Iterable<Found> {
  if (context.level === null || isAuthority(context.reading.report.unit, context.level)) return;
  for (const passage of context.passages) {
    for (const m of passage.text.matchAll(CLAIM)) {
      const subject = m.groups?.['subject'] ?? '';
      if (
        !(ownSubject(context, subject) || /(?:全|本|我)(?:镇|乡|街道?|局|委|院|中心)/.test(m.groups?.['scope'] ?? '')) ||
        /不是|并非|县级以上/.test(m[0])
      )
        continue;
      yield {
        message: `政府信息公开工作主管部门只有县级以上地方人民政府办公厅（室）等，${context.unit}的办事机构是“政府信息公开工作机构”。请改“主管部门”为“工作机构”。`,
        where: placeOf(passage, m.index, m.index + m[0].length),
        expected: '工作机构',
        actual: '主管部门',
        fix: '工作机构',
      };
    }
  }
}

const WITHOUT_RULES = new Set(['township', 'subdistrict', 'county', 'institution']);

function* regulations(context: Context): Iterable<Found> {
  const { tables, unit } = context.reading.report;
  if (context.form.edition !== '2021' || context.level === null) return;
  const countyDepartment = context.level === 'department' && /^.{1,8}(?:县|旗|(?<![验范发新园税假技])区)/.test(coreName(unit ?? ''));
  if (!WITHOUT_RULES.has(context.level) && !countyDepartment) return;
  for (const column of ['issued', 'abolished', 'inForce'] as const) {
    const cell = `proactive/regulations/${column}`;
    const actual = valueAt(tables, cell);
    if (!actual) continue;
    yield {
      message: `${cellName(context.form, cell)}填了${actual}件。乡镇、街道、县（区）及其部门、学校医院等单位没有规章制定权，这一行应为0；规范性文件请填到下一行。`,
      where: { section: 2, cell },
      expected: 0,
      actual,
    };
  }
}

export const roleRules: readonly Rule[] = [
  {
    id: 'ROLE-AUTHORITY',
    severity: 'error',
    title: '乡镇、部门不是主管部门',
    basis: ['OGIR2019 3.3', 'OGIR2019 4'],
    what: '乡镇、街道或部门自称政府信息公开工作主管部门。说到上级主管部门的不算。',
    fails: {
      says: '“甲镇党政办公室作为全镇政府信息公开工作主管部门”',
      sketch: { one: ['甲镇党政办公室作为全镇政府信息公开工作主管部门，认真落实要求。'], partial: [1] },
    },
    passes: {
      says: '“县政府办公室作为全县政府信息公开工作主管部门”',
      sketch: { one: ['县政府办公室作为全县政府信息公开工作主管部门，对我镇工作进行指导。'], partial: [1] },
    },
    find: authority,
  },
  {
    id: 'RULES-POWER',
    severity: 'error',
    title: '没有规章制定权的机关，规章为0',
    basis: ['OGIR2019 20(1)', 'FORM2021'],
    what: '乡镇、街道、县（区）政府及其部门的“规章”一行应为0（2021年的格式）。市、省和各类功能区不判断。',
    fails: { says: '乡镇“规章”现行有效6件', sketch: { cells: { 'proactive/regulations/inForce': 6 } } },
    passes: {
      says: '市政府“规章”现行有效11件',
      sketch: { unit: '丙市', title: '丙市2023年政府信息公开工作年度报告', cells: { 'proactive/regulations/inForce': 11 } },
    },
    find: regulations,
  },
];
