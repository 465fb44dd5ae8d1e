import { resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { givenFile } from '#documents/reading/given.ts';
import { SHIPPED_CALENDAR } from '#law/calendar/index.ts';
import { type ClockResult, type ClockState, clock } from '#law/clock/index.ts';
import { chineseDate } from '#lib/day.ts';
import { parseJson } from '#lib/json.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { formatOf, pad, print, refusalText, shortTitle } from './outcome.ts';

const STATES: Readonly<Record<ClockState, string>> = {
  awaitingConfirmation: '待确认收到',
  running: '办理中',
  suspended: '征求意见，暂停计算',
  awaitingCorrection: '等待补正',
  awaitingPayment: '等待缴费',
  correctionLapsed: '逾期未补正',
  paymentLapsed: '逾期未缴费',
  answered: '已答复',
  withdrawn: '已撤回',
  closed: '已办结',
};

const PROVISIONAL = { opinionOpen: '意见未回', undelivered: '送达日期未登记', pastCalendar: '放假安排未公布' } as const;

function resultText(r: ClockResult): string {
  const marks = r.provisional.map((p) => PROVISIONAL[p]).join('、');
  const head = [
    `${pad('状态', 12)}${STATES[r.state]}`,
    `${pad('答复期限', 12)}${r.dueOn ? chineseDate(r.dueOn) : '未在计算'}${marks ? `（暂计：${marks}）` : ''}`,
    ...(r.inTime === null ? [] : [`${pad('是否按期', 12)}${r.inTime ? '按期' : '逾期'}`]),
    ...(r.nextOn ? [`${pad('下一步', 12)}${r.nextOn.on ? `${chineseDate(r.nextOn.on)}：` : ''}${r.nextOn.what}`] : []),
    ...r.findings.map((f) => `${pad('提示', 12)}${f.why}（${f.rule}）`),
    ...r.refused.map((x) => `${pad('未计入', 12)}第${x.event + 1}条：${x.why}`),
  ];
  const days = r.days.map((d) => `${d.date}  ${pad(d.counted ? `第${d.n}日` : '－', 8)}${d.why}（${shortTitle(d.article)}）`);
  return `${['期限计算单', ...head, '', ...days].join('\n')}\n`;
}

async function textOf(file: string, io: Io): Promise<string> {
  if (file === '-') return readAll(process.stdin);
  try {
    return (await givenFile(resolve(io.cwd, file))).toString('utf8');
  } catch (e) {
    const code = e instanceof Error && 'code' in e ? String(e.code) : String(e);
    throw new UsageError(`读不到文件“${file}”：${code === 'ENOENT' ? '没有这个文件' : code}。`);
  }
}

function parse(text: string): { readonly value: unknown } | Refusal {
  const read = parseJson(text);
  return 'value' in read ? read : refuse(`文件读不了：${read.wrong}。请核对括号、逗号和引号。`);
}

/** Cases are counted and printed one by one: of many thousands the answer is longer than a text can be. */
function printMany(io: Io, format: 'json' | 'text', cases: readonly unknown[]): number {
  const refusals: string[] = [];
  if (format === 'json') io.out('[');
  for (const [i, one] of cases.entries()) {
    const r = clock(SHIPPED_CALENDAR, one);
    if (isRefusal(r)) refusals.push(`第${i + 1}件${refusalText(r)}`);
    if (format === 'json') io.out(`${i > 0 ? ',' : ''}${JSON.stringify(r)}`);
    else io.out(`${i > 0 ? '\n' : ''}【第${i + 1}件】\n${isRefusal(r) ? refusalText(r) : resultText(r)}`);
  }
  if (format === 'json') io.out(']\n');
  for (const text of refusals) io.err(text);
  return refusals.length > 0 ? 1 : 0;
}

/** `clock FILE`: the clock of one case, or of an array of cases; one case that cannot be counted does not lose the others. */
export const clockCommand: Command = {
  name: 'clock',
  summary: '由一件（或多件）申请的办理事项计算期限、状态和下一步，逐日说明',
  help: `
用法：gongkai clock 文件 [--format json|text]

文件是 JSON：一件申请，或多件申请的数组；文件写作 - 时从标准输入读。
  {"channel": "counter|registeredPost|plainPost|internet|fax|oral", "today": "2024-02-01",
   "events": [{"on": "2024-01-05", "kind": "received"}, …]}

事项的种类（kind）：received 收到、confirmed 双方确认、clarificationSent 发出补正告知（until 截止日或 days 工作日数）、
corrected 收到补正、consultationSent 发出征求意见书（id、silenceMeans: agencyDecides|consent）、
consultationDelivered 征求意见书送达（id）、opinionReceived 收到意见（id）、extended 延长（days）、
reasonsAsked 要求说明理由、delayed 确定延迟答复（until）、feeNoticeSent 发出收费通知、feeNoticeDelivered 收费通知送达、
paid 缴费（逾期的须写 reason）、withdrawn 撤回、answered 答复、closed 办结（outcome: 3.6.1|3.6.2|3.6.3）。

事项按日期、同日按文件中的先后计入；法律不允许的事项不计入，列在 refused 中（event 为其在文件中的序号，从0起）。
today 必须填写，系统不取机器的时钟。一件也不能计算的，退出码1。

  --format  json（默认）或 text（期限计算单）`,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args: [...args], options: { format: { type: 'string' } }, allowPositionals: true });
    const format = formatOf(values.format);
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('请写明一个文件。');
    const parsed = parse(await textOf(file, io));
    if (isRefusal(parsed)) return print(io, format, parsed, () => '');
    const { value } = parsed;
    if (Array.isArray(value)) return printMany(io, format, value);
    return print(io, format, clock(SHIPPED_CALENDAR, value), resultText);
  },
};
