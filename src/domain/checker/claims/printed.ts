import { placeOf, type Sentence } from '../passages.ts';
import type { Mention } from './mention.ts';

const NOUNS =
  /规范性文件|规章|行政许可|行政处罚|行政强制|行政事业性收费|收费|信息处理费|申请|复议|诉讼|结转|转结|公开|提供|处理|办结|办复|答复|回复|受理|收到|工单|培训|会议|率|占/g;
const FARTHEST = 8;

/** A number of the prose as printed, with the noun before it where that stands close: 规范性文件30件. */
export function wordsOf(sentence: Sentence, mention: Mention): string {
  const own = mention.lead.slice(mention.lead.lastIndexOf('，') + 1);
  const noun = [...own.matchAll(NOUNS)].at(-1);
  const close = noun && own.length - noun.index - noun[0].length <= FARTHEST;
  const from = mention.start - (close ? own.length - noun.index : 0);
  return placeOf(sentence.passage, sentence.start + from, sentence.start + mention.end).quote;
}
