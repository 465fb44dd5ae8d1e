import { daysBetween } from '#lib/day.ts';
import { isPast, limitWords, spanStart } from '../limits.ts';
import { OFFICE, type Result, result, Tally, tallied } from '../result.ts';
import type { Scene } from '../scene.ts';

function messages(scene: Scene): Result {
  const { limits, today } = scene;
  const since = spanStart('messageSpan', limits, today);
  const recent = scene.messages.filter((m) => m.receivedOn >= since && m.receivedOn <= today);
  const tally = new Tally();
  for (const m of recent) {
    if (!isPast(m.receivedOn, 'message', limits, m.answeredOn ?? today)) continue;
    const waited = daysBetween(m.receivedOn, m.answeredOn ?? today);
    const says = m.answeredOn
      ? `${m.receivedOn}收到，${m.answeredOn}才答复，隔了${waited}天`
      : `${m.receivedOn}收到，已${waited}天没有答复`;
    tally.add({ key: m.key, title: `${m.kind} ${m.title}`, says, link: m.link, page: null });
  }
  const standard = `最近${limitWords('messageSpan', limits)}内没有超过${limitWords('message', limits)}不答复的留言`;
  if (recent.length === 0) return result('messages', OFFICE, 'pass', '期间没有登记留言、工单和找错。', { standard });
  return tallied('messages', OFFICE, tally, (n) => `${recent.length}件里有${n}件超期`, `${recent.length}件都没有超期`, standard);
}

function guide(scene: Scene): Result[] {
  const { lacks, lookedAtOn, there, internet } = scene.guide;
  const hits = lacks.map((says) => ({ key: says, title: '公开指南', says, link: null, page: there ? `/${scene.agency}/guide` : null }));
  const standard = `${limitWords('guide', scene.limits)}内核对过`;
  const old = !there || lookedAtOn === null || isPast(lookedAtOn, 'guide', scene.limits, scene.today);
  const age = !there ? '还没有公开指南' : lookedAtOn ? `上次核对在${lookedAtOn}` : '没有公布或者核对的日期';
  return [
    result('guideElements', OFFICE, hits.length > 0 ? 'fail' : 'pass', hits.length > 0 ? `缺${hits.length}项` : '九项要素齐全', { hits }),
    result('guideAge', OFFICE, old ? 'fail' : 'pass', age, { standard }),
    result('channel', OFFICE, internet ? 'pass' : 'fail', internet ? '指南写明了互联网联系方式' : '指南没有写互联网联系方式'),
  ];
}

function annualReport({ report: { year, by, basis, publishedOn }, today }: Scene): Result {
  const standard = `${by}前公布（${basis === 'LOCAL' ? '当地规定的日期，默认一月三十一日' : '条例第四十九条'}）`;
  if (publishedOn === null)
    return result('annualReport', OFFICE, today > by ? 'fail' : 'notChecked', `${year}年度报告${today > by ? '没有公布' : '还没有到期'}`, {
      standard,
    });
  return result('annualReport', OFFICE, publishedOn > by ? 'fail' : 'pass', `${year}年度报告在${publishedOn}公布`, { standard });
}

/** What is the office's own matter wherever it publishes: messages, guide, annual report, duty catalogue. */
export function officeResults(scene: Scene): Result[] {
  return [
    messages(scene),
    result('services', OFFICE, 'notApplicable', '本系统不提供办事服务；办事指南请在政务服务网核对。'),
    ...guide(scene),
    annualReport(scene),
    tallied('duties', OFFICE, scene.duties, (n) => `${n}项没有公开或者该更新`, '公开目录里到期的都公开了'),
  ];
}
