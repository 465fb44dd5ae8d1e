import { body, document, list, part } from '../page.ts';
import type { DemoDocument } from '../shape.ts';
import type { Town } from '../town.ts';

const POSTS: readonly (readonly [post: string, duties: string, lines: readonly string[]])[] = [
  ['镇长', '领导镇人民政府全面工作，负责财政、审计方面的工作。', ['分管党政综合办公室、财政所；', '联系镇人民代表大会代表建议办理。']],
  ['副镇长', '负责农业农村、水利、林业、乡村建设方面的工作。', ['分管农业农村办公室、农业综合服务；', '联系高标准农田、村道养护项目。']],
  [
    '副镇长',
    '负责民政、教育、卫生健康、应急管理方面的工作。',
    ['分管社会事务办公室、应急管理办公室、便民服务中心；', '联系社会救助、安全生产工作。'],
  ],
];

/** Who leads, in which post, with which duties: all invented. The mayor's comes out last, and so stands first. */
export function leaders(town: Town): readonly DemoDocument[] {
  return POSTS.map(([post, duties, lines], i) => {
    const person = town.leaders[i] ?? '';
    return document(
      `leader-${i + 1}`,
      'leaders',
      ['2026-01-12', '2026-01-14'],
      `${person}　${post}${town.mark}`,
      `${town.name}人民政府${post}${person}的职务和分工。`,
      body(
        part('分工', duties, list(...lines)),
        part('简历', `${person}，虚构人物，现任${town.name}人民政府${post}。简历略，仅用于演示。`),
      ),
      { topic: '领导信息', keywords: ['领导', '分工'], particulars: { person, post, duties } },
    );
  }).toReversed();
}
