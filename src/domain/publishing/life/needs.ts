import { parseDay } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import { CLOSED_GROUNDS, type ItemContent, type Mode } from '../content.ts';
import { checkSignOff } from './signOff.ts';
import type { ItemLife, SignOff } from './states.ts';
import type { Need, Transition } from './transitions.ts';

/** What somebody wants done, with what they hand in. */
export interface Command {
  readonly mode?: Mode;
  /** A key of CLOSED_GROUNDS. */
  readonly ground?: string;
  readonly opinion?: string;
  readonly reason?: string;
  readonly signOff?: SignOff;
  /** YYYY-MM-DD: the first day without force. */
  readonly on?: string;
  /** ISO instant. */
  readonly at?: string;
  /** Served by our own pages; false: made public elsewhere only. Default: as before. */
  readonly portal?: boolean;
  /** Findings of severity error that are accepted: rule → reason. */
  readonly accepted?: Readonly<Record<string, string>>;
}

/** Everything a need may look at. */
export interface Situation {
  readonly life: ItemLife;
  readonly content: ItemContent;
  readonly attachments: number;
  readonly command: Command;
  readonly by: { readonly id: string; readonly name: string };
  /** ISO instant; and its date in Asia/Shanghai. */
  readonly now: string;
  readonly today: string;
  readonly mayOverrule: boolean;
  /** Rules of severity error the check before publishing found, each with what it says. */
  readonly errors: readonly { readonly rule: string; readonly message: string }[];
}

type Check = (s: Situation, t: Transition) => Refusal | null;

const filled = (text: string | undefined): boolean => (text ?? '').trim() !== '';

function attribute({ command }: Situation): Refusal | null {
  if (!command.mode) return refuse('请先选择公开属性：主动公开、依申请公开或者不予公开。', 'OGIR2019 13.2', 'DETAIL2016');
  if (command.mode === 'proactive') return null;
  if (!filled(command.reason)) return refuse('拟不主动公开的，请写明理由。', 'DETAIL2016', 'OGIR2019 17');
  if (command.mode === 'closed' && !CLOSED_GROUNDS.some((g) => g.key === command.ground))
    return refuse('不予公开的，请选择条例规定的情形（第十四条、第十五条或者第十六条）。', 'OGIR2019 14', 'OGIR2019 15', 'OGIR2019 16');
  return null;
}

/** Nobody plans further; a database could not read all that JavaScript takes for a date. */
const LATEST = Date.UTC(2100, 0);

function laterInstant({ command, now }: Situation): Refusal | null {
  const at = Date.parse(command.at ?? '');
  if (Number.isNaN(at)) return refuse('请填写定时发布的日期和时间。');
  if (at > LATEST) return refuse('定时发布的时间太远了，请核对年份。');
  return at > Date.parse(now) ? null : refuse('定时发布的时间已经过去，请改为以后的时间，或者直接发布。');
}

function cleanPrecheck({ errors, command }: Situation): Refusal | null {
  const open = errors.filter((e) => !filled(command.accepted?.[e.rule]));
  const first = open[0];
  if (!first) return null;
  const more = open.length > 1 ? `（共${open.length}处必须改）` : '';
  return refuse(`发布前检查没有通过：${first.message}${more}请改正；确实无误的，逐条写明理由后再发布。`, 'OGIR2019 17');
}

const CHECKS: Readonly<Record<Need, Check>> = {
  title: ({ content }) => (filled(content.title) ? null : refuse('请填写信息名称。', 'OGIR2019 12')),
  formedOn: ({ content, today }) => {
    const formed = parseDay(content.formedOn ?? '');
    if (!formed) return refuse('请填写成文日期（生成日期）。', 'OGIR2019 12');
    return formed <= today ? null : refuse(`成文日期${content.formedOn}晚于今天，请核对。`, 'OGIR2019 12');
  },
  column: ({ content }) => (content.column ? null : refuse('请选择发布到哪个栏目。', 'OGIR2019 24')),
  substance: ({ content, attachments }) =>
    filled(content.body) || attachments > 0 ? null : refuse('没有正文，也没有附件，请先补充内容。', 'OGIR2019 12'),
  attribute,
  proactive: ({ life }) =>
    life.mode === 'proactive' ? null : refuse('这条信息没有认定为主动公开，不能发布。', 'OGIR2019 13', 'OGIR2019 17'),
  notProactive: ({ life }) => (life.mode !== 'proactive' ? null : refuse('这条信息认定为主动公开，应当发布，不能留存。', 'OGIR2019 13')),
  opinion: ({ command }, t) => (filled(command.opinion) ? null : refuse(`“${t.label}”需要写明意见。`, ...t.basis)),
  reason: ({ command }, t) => (filled(command.reason) ? null : refuse(`“${t.label}”需要写明原因。`, ...t.basis)),
  day: ({ command }, t) => (parseDay(command.on ?? '') ? null : refuse(`“${t.label}”需要填写从哪一天起不再有效。`, ...t.basis)),
  laterInstant,
  secondPerson: (s, t) => checkSignOff(s, t),
  cleanPrecheck,
};

/** The first need that is not met, with its article; null when all are. */
export function unmet(transition: Transition, situation: Situation): Refusal | null {
  for (const need of transition.needs) {
    const found = CHECKS[need](situation, transition);
    if (found) return found;
  }
  return null;
}
