import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '#domain/report/compile.ts';
import { readRegisters } from '#domain/report/registersFile.ts';
import { day } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import { AGENCIES, kept, request } from './office.ts';
import { randomSheet } from './randomRegisters.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Puts `value` somewhere into a JSON value, as the numbers in `path` lead. */
function spoil(json: Json, path: readonly number[], value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined || typeof json !== 'object' || json === null) return value;
  const keys = Object.keys(json);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return value;
  if (Array.isArray(json)) return json.map((x, i) => (String(i) === key ? spoil(x, rest, value) : x));
  return { ...json, [key]: spoil(json[key] ?? null, rest, value) };
}

const awkward: fc.Arbitrary<Json> = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<Json>,
  fc.constantFrom<Json>(
    '',
    '2023-02-29',
    '9999-12-31',
    '0001-01-01',
    '3.1',
    '3.7',
    'zhen',
    'cun',
    -1,
    1e308,
    2 ** 53,
    true,
    '__proto__',
    '\u0000',
    [],
    {},
  ),
);

describe('a registers file spoiled anywhere', () => {
  it('is read whole or refused in words with its place, and what is read compiles without a fault', () => {
    fc.assert(
      fc.property(randomSheet, fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }), awkward, (sheet, path, value) => {
        const file = {
          agencies: AGENCIES,
          declarations: [kept('requests'), kept('administrative')],
          opening: [{ agency: 'zhen', year: 2022, tables: { requests: { '4': [1, 0, 0, 0, 0, 0, 1] } } }],
          ...sheet,
          requests: [...sheet.requests, request('Z-1', '2023-05-04')],
        };
        const registers = readRegisters(spoil(file as unknown as Json, path, value));
        if (isRefusal(registers)) {
          expect(registers.refused).toMatch(/处错误/);
          return;
        }
        const code = registers.agencies[0]!.code;
        const compiled = compile(registers, { agency: code, from: day('2023-01-01'), to: day('2023-12-31'), asOf: null });
        if (!isRefusal(compiled)) expect(JSON.stringify(compiled)).not.toMatch(/NaN|Infinity|\[object/);
      }),
      { numRuns: 1500 },
    );
  });
});
