import { parseArgs } from 'node:util';
import { SHIPPED_CALENDAR } from '#law/calendar/index.ts';
import { type DeadlineKey, type Deadlines, deadline } from '#law/clock/index.ts';
import { chineseDate, type Day, dayOfMoment } from '#lib/day.ts';
import { type Command, UsageError } from './command.ts';
import { formatOf, pad, print } from './outcome.ts';

const LABELS: readonly (readonly [DeadlineKey, string])[] = [
  ['clarifyBy', '补正告知最迟'],
  ['thirdPartyBy', '第三方意见最迟'],
  ['answerBy', '答复最迟'],
  ['extendedTo', '延期后最迟'],
];

function text(d: Deadlines): string {
  const dates = LABELS.map(([key, label]) => {
    const value: Day | null = d[key];
    return `${pad(label, 16)}${value ? chineseDate(value) : `超出放假安排数据（至${d.dataTo}），无法确定`}`;
  });
  const days = d.days.map((x) => `${x.date}  ${pad(x.counted ? `第${x.n}日` : '－', 8)}${x.why}`);
  return `${['期限计算单', `${pad('收到申请', 16)}${chineseDate(d.received)}`, ...dates, '', ...days].join('\n')}\n`;
}

/** `deadline --received D`: the dates of Arts. 30, 32 and 33 from a day of receipt. */
export const deadlineCommand: Command = {
  name: 'deadline',
  summary: '由收到申请之日计算补正、征求意见、答复和延期的最后期限，逐日列明',
  help: `
用法：gongkai deadline --received 日期 [--format json|text]

由收到申请之日（第0日）起数工作日：补正告知7日、第三方意见15日、答复20日、延期后40日，
并逐日列出是否计入及原因（含调休）。第三方意见的期限按征求意见书同日送达计算。

  --received 日期   收到申请之日，如 2024-01-05
  --format          json（默认）或 text（期限计算单）

某个期限超出已有的放假安排时为 null，并在 past 中列出，dataTo 为数据的最后一日；
答复期限本身超出，或收到日早于数据，则不予计算（退出码1）。`,
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: { received: { type: 'string' }, format: { type: 'string' } } });
    const format = formatOf(values.format);
    if (values.received === undefined) throw new UsageError('请用 --received 写明收到申请之日，如 --received 2024-01-05。');
    const received = dayOfMoment(values.received);
    if (!received) throw new UsageError(`“${values.received}”不是有效日期，请写成 2024-01-05 的样子。`);
    return print(io, format, deadline(SHIPPED_CALENDAR, received), text);
  },
};
