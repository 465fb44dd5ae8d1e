/** The value of a JSON text, or in Chinese what stands in the way and where. A byte order mark is passed over. */
export function parseJson(text: string): { readonly value: unknown } | { readonly wrong: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (e) {
    if (!(e instanceof SyntaxError)) throw e;
    return { wrong: `${faultIn(e.message)}，不是完整的 JSON` };
  }
}

/** The engine names the place in one of several English forms. */
function faultIn(message: string): string {
  if (/Unexpected end|Unterminated/.test(message)) return '内容没有写完就结束了';
  const place = /line (\d+) column (\d+)/.exec(message);
  const token = /token '(.)'/su.exec(message)?.[1];
  const what = token === undefined ? '写法不对' : `不该出现“${token}”`;
  return place ? `第${place[1]}行第${place[2]}个字符处${what}` : what;
}
