import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ENTRY_SCHEMAS, type EntryKind, readBody } from './entry.ts';
import { fieldWord } from './fieldWords.ts';

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
}

function keysOf(shape: Shape | undefined): string[] {
  if (!shape) return [];
  const own = Object.entries(shape.properties ?? {}).flatMap(([key, value]) => [key, ...keysOf(value)]);
  return [...own, ...(shape.anyOf ?? []).flatMap(keysOf), ...keysOf(shape.items)];
}

const KINDS = Object.keys(ENTRY_SCHEMAS) as EntryKind[];

describe('what is wrong with an entry', () => {
  it.each(KINDS)('is said of every part of %s by a word of the office', (kind) => {
    const keys = keysOf(z.toJSONSchema(ENTRY_SCHEMAS[kind], { io: 'input', unrepresentable: 'any' }) as Shape);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !/[\u4e00-\u9fa5]/.test(fieldWord(key)))).toEqual([]);
  });

  it.each(KINDS)('is said in Chinese where %s is empty', (kind) => {
    expect(readBody(kind, {})).toMatchObject({ refused: expect.not.stringMatching(/[a-z]/) });
  });

  it('keeps a name that somebody gave, and leaves out a key nobody sees', () => {
    expect([fieldWord('机构职能'), fieldWord('xyz')]).toEqual(['机构职能', '']);
  });
});
