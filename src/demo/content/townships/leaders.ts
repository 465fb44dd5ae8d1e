import { leaderPages, type Post } from '../leaders.ts';
import type { DemoDocument } from '../shape.ts';
import type { Town } from '../town.ts';

const POSTS: readonly Post[] = [
  ['镇长', '领导镇人民政府全面工作，负责财政、审计方面的工作。', ['分管党政综合办公室、财政所；', '联系镇人民代表大会代表建议办理。']],
  ['副镇长', '负责农业农村、水利、林业、乡村建设方面的工作。', ['分管农业农村办公室、农业综合服务；', '联系高标准农田、村道养护项目。']],
  [
    '副镇长',
    '负责民政、教育、卫生健康、应急管理方面的工作。',
    ['分管社会事务办公室、应急管理办公室、便民服务中心；', '联系社会救助、安全生产工作。'],
  ],
];

/** Who leads the township. */
export function leaders(town: Town): readonly DemoDocument[] {
  return leaderPages(town, POSTS);
}
