import { annualReport } from '../annualReport.ts';
import { sized, sumOf } from '../organ.ts';
import { body, document, part, table } from '../page.ts';
import type { DemoDocument } from '../shape.ts';
import type { Town } from '../town.ts';
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
    annualReport({
      office: `${name}人民政府`,
      short: name,
      mark,
      year: of,
      on: report.on,
      published: sized(town, 120),
      asked: sized(town, 5),
      documents: REPORTED[town.agency][of] ?? REPORTED[town.agency][0],
      improved: '解读以文字为主，图解较少；村级公开栏更新不及时。已建立公开目录到期提醒，并对村级信息公开员开展培训。',
    }),
  ];
}
