import { addDays, type Day, daysBetween, parseDay, shanghaiDay } from '#lib/day.ts';
import { daysLeft, publicationDue } from '../due.ts';
import { WORK_STATE_NAMES, type WorkState } from '../life/states.ts';
import type { PublishingContext } from './context.ts';
import { officeOver, proposer } from './proposing.ts';
import { columnWords, type PublishingTask, task } from './task.ts';

const UNDER_WAY: readonly WorkState[] = ['draft', 'attributed', 'referred', 'cleared', 'reviewed', 'approved'];

/** Items under way, and those kept back that are to be looked at again. */
export async function itemTasks(context: PublishingContext, agency: string, today: Day): Promise<PublishingTask[]> {
  const calendar = await context.deps.calendar();
  const { reassessMonths } = await context.settings(agency);
  const { items } = await context.ports.items.list({ agencies: [agency], work: [...UNDER_WAY, 'kept'], size: 0 });
  const propose = await proposer(context, agency);
  return items.flatMap((line): PublishingTask[] => {
    const { life } = line;
    const formed = parseDay(line.formedOn ?? '');
    if (life.work === 'kept') {
      const since = shanghaiDay(Date.parse(line.savedAt));
      const dueOn = addDays(since, Math.round(reassessMonths * 30.4));
      if (daysBetween(today, dueOn) > 30) return [];
      return [
        task(agency, 'reassess', life.item, `重新评估：${line.title}`, '不公开的信息要定期评估，情况变化的应当公开。', dueOn, today, [
          'OGIR2019 18',
        ]),
      ];
    }
    const detail = `现在是“${WORK_STATE_NAMES[life.work]}”${life.work === 'draft' ? columnWords(line.column, propose({ ...line, text: '' })) : ''}`;
    if (!formed || line.firstPublishedOn !== null || (life.mode !== null && life.mode !== 'proactive'))
      return [task(agency, 'step', life.item, line.title || '（未命名）', detail, null, today, ['OGIR2019 17'])];
    const due = publicationDue(formed, calendar);
    const one = task(agency, 'publish', life.item, line.title || '（未命名）', `${detail}；${due.why}`, due.dueOn, today, due.basis);
    return [{ ...one, daysLeft: daysLeft(due, today) }];
  });
}

/** Clarifications, corrections, deliveries and what was handed in, as long as they wait. */
export async function entryTasks(context: PublishingContext, agency: string, today: Day): Promise<PublishingTask[]> {
  const { entries } = context.ports;
  const clarifications = (await entries.list([agency], 'clarification')).filter((e) => e.body.clarifiedOn === null);
  const corrections = (await entries.list([agency], 'correction')).filter((e) => e.body.correctedOn === null);
  const deliveries = (await entries.list([agency], 'delivery')).filter((e) => e.body.receivedOn === null);
  const submissions = (await entries.list([agency], 'submission')).filter((e) => e.body.state === 'waiting');
  const propose = submissions.length > 0 ? await proposer(context, await officeOver(context, agency)) : () => null;
  return [
    ...clarifications.map((e) =>
      task(agency, 'clarify', e.id, `澄清：${e.body.claim.slice(0, 40)}`, `发现于${e.body.foundOn}，${e.body.where}`, null, today, [
        'OGIR2019 6.2',
      ]),
    ),
    ...corrections.map((e) =>
      task(agency, 'correct', e.id, `更正：${e.body.item}`, e.body.wrong.slice(0, 80), null, today, ['OGIR2019 6.1']),
    ),
    ...deliveries.map((e) =>
      task(agency, 'delivery', e.id, `移交${e.body.to}`, `${e.body.on}移交，还没有回执。`, null, today, ['OGIR2019 25.3']),
    ),
    ...submissions.map((e) =>
      task(
        agency,
        'submission',
        e.id,
        e.body.title,
        `${e.body.from}报送，等待处理${columnWords(e.body.column, propose(e.body))}。`,
        null,
        today,
        [],
      ),
    ),
  ];
}
