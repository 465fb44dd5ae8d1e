import type { Context } from '../context.ts';
import type { Found, Rule } from '../rule.ts';
import { narrative } from './narrative.ts';

function* local(context: Context): Iterable<Found> {
  const rules = context.profile.local;
  const text = rules ? narrative(context, 1) : null;
  if (!rules || !text) return;
  const source = rules.source ? `（${rules.source}）` : '';
  const where = { section: 1, ...(text.line === undefined ? {} : { line: text.line }) };
  const length = text.body.replace(/\s/g, '').length;
  const most = rules.sectionOneMaxCharacters;
  if (most !== undefined && length > most) {
    yield { message: `第一部分“总体情况”有${length}字，当地要求不超过${most}字${source}。`, where, expected: most, actual: length };
  }
  for (const [name, words] of Object.entries(rules.mustMention ?? {})) {
    if (words.some((w) => text.body.includes(w))) continue;
    yield { message: `第一部分没有写到“${name}”，当地有此要求${source}。`, where, expected: name, actual: null };
  }
}

export const localRule: Rule = {
  id: 'LOCAL-CONTENT',
  severity: 'warning',
  title: '当地的内容要求',
  basis: ['LOCAL'],
  what: '用 --profile 给出当地规定（第一部分的字数、必须写到的事项）时才判断。',
  fails: { says: '当地要求不超过10字', sketch: {}, profile: { local: { sectionOneMaxCharacters: 10 } } },
  passes: { says: '没有给出当地规定', sketch: {} },
  find: local,
};
