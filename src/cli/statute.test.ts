import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockCommand } from './clock.ts';
import { type Command, UsageError } from './command.ts';
import { deadlineCommand } from './deadline.ts';
import { feeCommand } from './fee.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clock-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(command: Command, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io = { cwd: folder, out: (t: string) => void (out += t), err: (t: string) => void (err += t) };
  return { code: await command.run(args, io), out, err };
}

async function file(name: string, content: unknown): Promise<Awaited<ReturnType<typeof run>>> {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return run(clockCommand, name, '--format', 'json');
}

describe('gongkai deadline', () => {
  it('prints one JSON value and a newline', async () => {
    const { code, out, err } = await run(deadlineCommand, '--received', '2024-09-13', '--format', 'json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.endsWith('}\n')).toBe(true);
    const { days, ...dates } = JSON.parse(out);
    expect(dates).toEqual({
      received: '2024-09-13',
      clarifyBy: '2024-09-25',
      thirdPartyBy: '2024-10-11',
      answerBy: '2024-10-17',
      extendedTo: '2024-11-14',
    });
    expect(days[0]).toEqual({ date: '2024-09-13', counted: false, n: 0, why: expect.any(String) });
  });

  it('refuses past the data: exit 1 and the refusal as JSON', async () => {
    const { code, out, err } = await run(deadlineCommand, '--received', '2026-12-20');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ refused: expect.stringContaining('2027年'), basis: ['OGIR2019 33.2'] });
    expect(err).toContain('不能计算');
  });

  it('prints the sheet as text', async () => {
    const { out } = await run(deadlineCommand, '--received', '2024-09-13', '--format', 'text');
    expect(out).toContain('答复最迟        2024年10月17日');
    expect(out).toContain('2024-09-14  第1日   星期六，调休上班');
  });

  it.each([[], ['--received', '2024-02-30'], ['--received', '2024-01-05', '--format', 'xml']])('wrong usage: %j', async (...args) => {
    await expect(run(deadlineCommand, ...(args as string[]))).rejects.toBeInstanceOf(UsageError);
  });
});

describe('gongkai fee', () => {
  it('by items and by pages', async () => {
    expect(JSON.parse((await run(feeCommand, '--items', '31')).out).yuan).toBe(2200);
    expect(JSON.parse((await run(feeCommand, '--pages', '201', '--format', 'json')).out).yuan).toBe(2740);
    expect((await run(feeCommand, '--items', '31', '--format', 'text')).out).toContain('合计 2200元');
  });

  it.each(['-1', '1.5', '99999999999999999999'])('refuses %s', async (n) => {
    const { code, out } = await run(feeCommand, '--items', n);
    expect(code).toBe(1);
    expect(JSON.parse(out).basis).toEqual(['FEE2020 3']);
  });

  it.each([[], ['--items', '1', '--pages', '1'], ['--items', 'ten']])('wrong usage: %j', async (...args) => {
    await expect(run(feeCommand, ...(args as string[]))).rejects.toBeInstanceOf(UsageError);
  });
});

describe('gongkai clock', () => {
  const one = { channel: 'counter', today: '2024-02-01', events: [{ on: '2024-01-05', kind: 'received' }] };

  it('one case prints an object with every key', async () => {
    const { code, out } = await file('one.json', one);
    expect(code).toBe(0);
    const keys = ['dueOn', 'nextOn', 'state', 'inTime', 'provisional', 'days', 'findings', 'refused'];
    expect(Object.keys(JSON.parse(out))).toEqual(keys);
  });

  it('an array prints an array; a case that cannot be counted does not lose the others', async () => {
    const { code, out } = await file('many.json', [one, { ...one, today: undefined }, 5, one]);
    expect(code).toBe(1);
    const results = JSON.parse(out);
    expect(results.map((r: { dueOn?: string; refused: unknown }) => r.dueOn ?? typeof r.refused)).toEqual([
      '2024-02-02',
      'string',
      'string',
      '2024-02-02',
    ]);
  });

  it('a refused event is no refusal of the case: exit 0', async () => {
    const { code, out } = await file('event.json', { ...one, events: [...one.events, { on: 'x', kind: 'y' }] });
    expect(code).toBe(0);
    expect(JSON.parse(out).refused[0]).toMatchObject({ event: 1, kind: 'y', on: 'x', basis: [] });
  });

  it('what is no JSON is a refusal, a byte order mark is none', async () => {
    expect((await file('broken.json', '{"channel":')).code).toBe(1);
    expect((await file('bom.json', `\uFEFF${JSON.stringify(one)}`)).code).toBe(0);
  });

  it('a file that is not there is wrong usage', async () => {
    await expect(run(clockCommand, 'nothing.json')).rejects.toBeInstanceOf(UsageError);
    await expect(run(clockCommand)).rejects.toBeInstanceOf(UsageError);
  });

  it('prints the sheet as text', async () => {
    await file('one.json', one);
    const { out } = await run(clockCommand, 'one.json', '--format', 'text');
    expect(out).toContain('答复期限    2024年2月2日');
    expect(out).toContain('下一步      2024年2月2日：答复申请人');
  });
});
