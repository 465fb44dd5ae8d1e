import { body, document, part, table } from './page.ts';
import type { DemoDocument } from './shape.ts';

/** What an office of the example reported of a year. */
export interface Reported {
  /** As the report's title and its sentences name it. */
  readonly office: string;
  readonly short: string;
  readonly mark: string;
  readonly year: number;
  /** The day it came out. */
  readonly on: string;
  readonly published: number;
  readonly asked: number;
  /** 制发、废止、现行有效. */
  readonly documents: readonly [issued: number, abolished: number, inForce: number];
  readonly improved: string;
}

/** Last year's annual report as it came out before the office began to use this. */
export function annualReport({ office, short, mark, year, on, published, asked, documents, improved }: Reported): DemoDocument {
  return document(
    'annual-report',
    'reports',
    [on, on],
    `${office}${year}年政府信息公开工作年度报告${mark}`,
    `${year}年度主动公开、依申请公开、行政复议和行政诉讼情况。`,
    body(
      part(
        '一、总体情况',
        `${year}年，${short}主动公开政府信息${published}条，收到政府信息公开申请${asked}件，全部在法定期限内答复，没有收取信息处理费。`,
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
      part('五、存在的主要问题及改进情况', improved),
      part('六、其他需要报告的事项', '没有收取政府信息公开信息处理费；没有其他需要报告的事项。'),
    ),
    { topic: '政务公开', genre: '年度报告', keywords: ['年度报告'], handler: '党政综合办公室' },
  );
}
