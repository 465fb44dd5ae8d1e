import { describe, expect, it } from 'vitest';
import { parseJson } from './json.ts';

describe('a JSON text', () => {
  it('gives its value, with or without a byte order mark', () => {
    expect(parseJson('\uFEFF{"a":[1]}')).toEqual({ value: { a: [1] } });
  });

  it.each([
    ['', '内容没有写完就结束了，不是完整的 JSON'],
    ['{"a":[', '内容没有写完就结束了，不是完整的 JSON'],
    ['{"a":"b', '内容没有写完就结束了，不是完整的 JSON'],
    ['姓名,数量', '不该出现“姓”，不是完整的 JSON'],
    ['{\n  "a": 1,\n  "b" 2}', '第3行第7个字符处写法不对，不是完整的 JSON'],
  ])('that is broken says where and what: %j', (text, wrong) => {
    expect(parseJson(text)).toEqual({ wrong });
  });
});
