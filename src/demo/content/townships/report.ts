import { body, document, part, table } from '../page.ts';
import type { DemoDocument } from '../shape.ts';
import { sized, sumOf, type Town } from '../town.ts';
import { lastYearly } from '../when.ts';

type Numbers = readonly [issued: number, abolished: number, inForce: number];

/** 制发、废止、现行有效 by year, as the registers have them; 0: any other year. */
const REPORTED: Readonly<Record<Town['agency'], Readonly<Record<number, Numbers>> & { readonly 0: Numbers }>> = {
  sfz: { 2024: [2, 0, 12], 2025: [1, 0, 13], 2026: [1, 2, 12], 0: [0, 0, 12] },
  cyz: { 2024: [1, 0, 1], 2025: [1, 0, 2], 2026: [1, 1, 2], 0: [0, 0, 2] },
};

/** What comes out once a year: the budget, the accounts, and last year's annual report as it came out before the office began to use this. */
export function yearly(town: Town, today: string): readonly DemoDocument[] {
  const { name, mark, sign } = town;
  const budget = lastYearly(today, '03-18');
  const report = lastYearly(today, '01-19');
  const of = report.year - 1;
  const documents = REPORTED[town.agency][of] ?? REPORTED[town.agency][0];
  const asked = sized(town, 5);
  const lines = [sized(town, 18.6, 1), sized(town, 24.2, 1), sized(town, 11.2, 1)] as const;
  return [
    document(
      'performance',
      'budget',
      [budget.on, budget.on],
      `${name}${budget.year}年预算绩效目标和重点项目支出安排${mark}`,
      '重点项目的预算、绩效目标和责任单位。',
      body(
        part(
          '重点项目支出',
          table(
            '重点项目（万元）',
            ['项目', '预算', '绩效目标', '责任单位'],
            ['村庄保洁', lines[0], '保洁覆盖率百分之百', '社会事务办公室'],
            ['村道养护', lines[1], '优良路率达到百分之八十五', '经济发展办公室'],
            ['小型水利维修', lines[2], '维修渠道4公里', '农业农村办公室'],
            ['合计', sumOf(...lines), '—', '—'],
          ),
        ),
        part('怎样评价', '年底由镇财政所组织评价，结果与下一年预算安排挂钩，并随决算一并公开。'),
      ),
      {
        documentNumber: `${sign}财〔${budget.year}〕4号`,
        topic: '财政',
        genre: '财政预算',
        keywords: ['绩效目标', '预算'],
        handler: '财政所',
      },
    ),
    document(
      'annual-report',
      'reports',
      [report.on, report.on],
      `${name}人民政府${of}年政府信息公开工作年度报告${mark}`,
      `${of}年度主动公开、依申请公开、行政复议和行政诉讼情况。`,
      body(
        part(
          '一、总体情况',
          `${of}年，${name}主动公开政府信息${sized(town, 120)}条，收到政府信息公开申请${asked}件，全部在法定期限内答复，没有收取信息处理费。`,
        ),
        part(
          '二、主动公开政府信息情况',
          table('规范性文件（件）', ['项目', '本年制发', '本年废止', '现行有效'], ['行政规范性文件', ...documents]),
        ),
        part(
          '三、收到和处理政府信息公开申请情况',
          table(
            '申请办理（件）',
            ['项目', '件数'],
            ['本年新收', asked],
            ['上年结转', 0],
            ['予以公开', asked - 1],
            ['本机关不掌握相关政府信息', 1],
            ['结转下年', 0],
          ),
        ),
        part('四、行政复议、行政诉讼情况', '本年没有因政府信息公开被申请行政复议或者提起行政诉讼。'),
        part(
          '五、存在的主要问题及改进情况',
          '解读以文字为主，图解较少；村级公开栏更新不及时。已建立公开目录到期提醒，并对村级信息公开员开展培训。',
        ),
        part('六、其他需要报告的事项', '没有收取政府信息公开信息处理费；没有其他需要报告的事项。'),
      ),
      { topic: '政务公开', genre: '年度报告', keywords: ['年度报告'], handler: '党政综合办公室' },
    ),
  ];
}
