import { articleTitle } from '#law/articles/index.ts';

/** The articles that ask for a column, as people cite them; what is only custom is not cited. */
export function basisWords(basis: readonly string[]): string {
  return basis
    .filter((b) => b.startsWith('OGIR2019'))
    .map((b) => articleTitle(b).replace('《中华人民共和国政府信息公开条例》', '条例').replace('《政府信息公开条例》', '条例'))
    .join('、');
}
