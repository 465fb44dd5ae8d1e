import type { Organ } from './organ.ts';
import { body, document, list, part } from './page.ts';
import type { DemoDocument } from './shape.ts';

/** A post with its duties. */
export type Post = readonly [post: string, duties: string, lines: readonly string[]];

/** Who leads, in which post, with which duties. The head's comes out last, and so stands first. */
export function leaderPages(office: Pick<Organ, 'name' | 'mark' | 'leaders'>, posts: readonly Post[]): readonly DemoDocument[] {
  return posts
    .map(([post, duties, lines], i) => {
      const person = office.leaders[i] ?? '';
      return document(
        `leader-${i + 1}`,
        'leaders',
        ['2026-01-12', '2026-01-14'],
        `${person}　${post}${office.mark}`,
        `${office.name}人民政府${post}${person}的职务和分工。`,
        body(
          part('分工', duties, list(...lines)),
          part('简历', `${person}，虚构人物，现任${office.name}人民政府${post}。简历略，仅用于演示。`),
        ),
        { topic: '领导信息', keywords: ['领导', '分工'], particulars: { person, post, duties } },
      );
    })
    .toReversed();
}
