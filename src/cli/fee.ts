import { parseArgs } from 'node:util';
import { type Fee, type FeeBase, fee } from '#law/fees.ts';
import { type Command, UsageError } from './command.ts';
import { formatOf, pad, print } from './outcome.ts';

const UNITS: Readonly<Record<FeeBase, string>> = { items: '件', pages: '页' };

/** Joins `--items -1` to `--items=-1`: a negative number is a refusal to be explained, no unknown option. */
function joinNegative(args: readonly string[]): string[] {
  const out: string[] = [];
  for (const arg of args) {
    const previous = out.at(-1);
    if (/^-[\d.]/.test(arg) && (previous === '--items' || previous === '--pages')) out[out.length - 1] = `${previous}=${arg}`;
    else out.push(arg);
  }
  return out;
}

function numberOf(base: FeeBase, value: string): number {
  if (!/^[+-]?\d+(\.\d+)?$/.test(value)) throw new UsageError(`--${base} 要写一个数，现为“${value}”。`);
  return Number(value);
}

function text(base: FeeBase): (f: Fee) => string {
  const unit = UNITS[base];
  return (f) => {
    const steps = f.steps.map((s) => {
      const range = `第${s.from}${s.to > s.from ? `至${s.to}` : ''}${unit}`;
      return `${pad(range, 18)}${s.count}${unit} × ${s.rate}元 = ${s.yuan}元`;
    });
    return `${[`信息处理费（按${base === 'items' ? '件' : '量'}计收）`, ...steps, `合计 ${f.yuan}元`].join('\n')}\n`;
  };
}

/** `fee --items N | --pages N`: the information-processing fee. */
export const feeCommand: Command = {
  name: 'fee',
  summary: '计算信息处理费（按件或者按量），逐档列明',
  help: `
用法：gongkai fee --items 件数 [--format json|text]
      gongkai fee --pages 页数 [--format json|text]

按《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）超额累进计收，两种标准只能选一种。

  --items   同一申请人一个自然月内的申请件数
  --pages   一件申请提供的页数（A4 单面及以下为一页）
  --format  json（默认）或 text`,
  async run(args, io) {
    const options = { items: { type: 'string' }, pages: { type: 'string' }, format: { type: 'string' } } as const;
    const { values } = parseArgs({ args: joinNegative(args), options });
    const format = formatOf(values.format);
    if (values.items !== undefined && values.pages !== undefined) {
      throw new UsageError('按件和按量只能选一种：--items 与 --pages 不能同时使用。');
    }
    const base: FeeBase = values.items !== undefined ? 'items' : 'pages';
    const value = values[base];
    if (value === undefined) throw new UsageError('请用 --items 写明件数，或者用 --pages 写明页数。');
    return print(io, format, fee(base, numberOf(base, value)), text(base));
  },
};
