import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { markup } from './markup.ts';

function textOf(source: string): { text: string; elements: number; attribute: string | null } {
  let text = '';
  let elements = 0;
  let attribute: string | null = null;
  const walk = (node: { nodeName: string; value?: string; attrs?: { name: string; value: string }[]; childNodes?: unknown[] }): void => {
    if (node.nodeName === '#text') text += node.value;
    else if (!node.nodeName.startsWith('#')) elements += 1;
    attribute = node.attrs?.find((a) => a.name === 'title')?.value ?? attribute;
    for (const child of (node.childNodes ?? []) as (typeof node)[]) walk(child);
  };
  walk(parseFragment(source) as never);
  return { text, elements, attribute };
}

test('whatever text goes in comes out as that text, never as markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (input) => {
      const seen = textOf(markup`<p title="${input}">${input}</p>`.text);
      expect(seen.elements).toBe(1);
      const clean = input.replaceAll('\0', '').replace(/\r\n?/g, '\n');
      expect(seen.text.replaceAll('\0', '')).toBe(clean);
      expect(seen.attribute?.replaceAll('�', '')).toBe(clean.replaceAll('�', ''));
    }),
  );
});

test('nothing, false and lists', () => {
  expect(markup`<b>${null}${undefined}${false}${[markup`<i>一</i>`, '<', 0]}</b>`.text).toBe('<b><i>一</i>&lt;0</b>');
});
