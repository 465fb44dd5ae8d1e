import { parseDay } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import type { Situation } from './needs.ts';
import type { Transition } from './transitions.ts';

const SHORTEST_REASON = 4;
const SAME = '起草人不能自己审自己的稿子';

/**
 * The two-person rule: who clears, reviews or approves a version did not write it. A signature on paper counts like one in the
 * system; doing without needs the right to overrule and a reason, which stays on record.
 */
export function checkSignOff(s: Situation, t: Transition): Refusal | null {
  const signOff = s.command.signOff ?? { kind: 'system' as const };
  if (signOff.kind === 'system') {
    if (!s.life.authors.some((a) => a.id === s.by.id)) return null;
    return refuse(`${SAME}：“${t.label}”请由另一个人办理，或者登记纸质签批。`, ...t.basis);
  }
  if (signOff.kind === 'paper') {
    const on = parseDay(signOff.on);
    if (signOff.by.trim() === '') return refuse('纸质签批请写明签批人。', ...t.basis);
    if (!on || on > s.today) return refuse('纸质签批的日期不对：请填写签批当天的日期，不晚于今天。', ...t.basis);
    if (signOff.file.trim() === '') return refuse('纸质签批请附上签批件的照片或扫描件。', ...t.basis);
    if (s.life.authors.some((a) => a.name === signOff.by.trim())) return refuse(`${SAME}：纸质签批人与起草人相同。`, ...t.basis);
    return null;
  }
  if (!s.mayOverrule) return refuse('您没有不经第二人办理的权限，请由另一个人办理，或者登记纸质签批。', ...t.basis);
  if (signOff.reason.trim().length < SHORTEST_REASON) return refuse('不经第二人办理的，请写清楚理由。', ...t.basis);
  return null;
}
