import type { Context } from '../context.ts';
import { isGovernment } from '../level.ts';
import type { Found, Rule } from '../rule.ts';
import { plainSectionOne } from '../sketch.ts';
import { narrative, wholeNarrative } from './narrative.ts';

interface Topic {
  readonly title: string;
  readonly named: RegExp;
  /** What makes a sentence on it a result, an activity, or a plain statement that there was none. */
  readonly result: RegExp;
  readonly done: RegExp;
}

const NONE = /(未|无|没有|不存在|零)/;
const TOPICS: readonly Topic[] = [
  {
    title: '工作考核',
    named: /考核|考评|绩效评价|评估/,
    result:
      /(结果|得分|分值|成绩|名次|排名|位列|位居|名列|第[一二三四五六七八九十\d]+名?|等次|优秀|良好|合格|达标|达到|通报|表扬|表彰|批评|\d分)/,
    done: /(纳入|列入|开展|进行|组织|实施|完成|接受|作为|落实|占|健全|建立|定期|年度)/,
  },
  {
    title: '社会评议',
    named:
      /社会评议|群众评议|公众评议|民主评议|行风评议|政风评议|满意度(?:调查|测评|评价)|第三方评估|评议|(?:群众|社会|公众|公众|民意|企业)[^，。；]{0,6}(?:测评|评价|满意)/,
    result: /(结果|得分|满意|好评|\d|等次|优秀|良好|合格|意见)/,
    done: /(开展|进行|组织|实施|完成|接受|邀请|通过|建立|健全|广泛)/,
  },
  {
    title: '责任追究',
    named: /责任追究|追究责任|追责|问责|追究/,
    result: /(结果|情形|情况|\d|人|通报|约谈|处理|处分|发生)/,
    done: /(严格|落实|建立|健全|完善|实行|开展|依法|制度|机制)/,
  },
];

/** `result`: a result or its absence is told; `done`: only that it is done; `none`: not a word. */
function standing(sentences: readonly string[], topic: Topic): 'result' | 'done' | 'none' {
  const about = sentences.filter((s) => topic.named.test(s) && !(topic.title === '社会评议' && /热线|12345|工单/.test(s)));
  if (about.some((s) => NONE.test(s) || topic.result.test(s.replace(topic.named, '')))) return 'result';
  return about.some((s) => topic.done.test(s)) ? 'done' : 'none';
}

function* results(context: Context): Iterable<Found> {
  if (!isGovernment(context.level)) return;
  const sentences = wholeNarrative(context);
  const line = narrative(context, 1)?.line;
  if (!sentences) return;
  const whole = [5, 6].some((s) => context.reading.lines.some((l) => l.section === s));
  for (const topic of TOPICS) {
    const state = standing(sentences, topic);
    if (state === 'result') continue;
    yield {
      severity: state === 'none' ? 'error' : 'warning',
      message:
        state === 'none'
          ? `${whole ? '报告' : '第一部分“总体情况”'}没有写${topic.title}结果${whole ? '' : '（没有读到第五、六部分）'}。各级人民政府（包括乡镇）的年报应当写，没有开展或没有发生的如实写明。`
          : `报告只写了${topic.title}的做法，没有写结果。请写明结果；没有发生的写明没有。`,
      where: { section: 1, ...(line === undefined ? {} : { line }) },
      expected: `${topic.title}结果`,
      actual: state === 'none' ? null : '只写做法',
    };
  }
}

export const resultRule: Rule = {
  id: 'RESULT-MISSING',
  severity: 'error',
  title: '政府的年报写考核、评议、追责结果',
  basis: ['OGIR2019 50.1(4)'],
  what: '各级人民政府（含乡镇）写工作考核、社会评议、责任追究结果，缺一项提示一项；只写做法没有结果的为建议改。部门、街道、开发区不作此要求。',
  fails: {
    says: '乡镇的报告没有写社会评议',
    sketch: { one: plainSectionOne('甲镇').map((t) => t.replace('组织社会评议，结果为满意；', '')) },
  },
  passes: { says: '局的报告不要求写', sketch: { unit: '乙县民政局', title: '乙县民政局2023年政府信息公开工作年度报告' } },
  find: results,
};
