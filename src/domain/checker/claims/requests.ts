import type { Context } from '../context.ts';
import type { Sentence } from '../passages.ts';
import { byAnother } from './actors.ts';
import { type Figure, requestFigure } from './figure.ts';
import type { Mention } from './mention.ts';
import { LAST_YEARS, ownClause, type Running } from './running.ts';
import { APPLICANTS, COMPLAINTS, OUTCOMES } from './words.ts';

/** Words that make 申请, 受理 or 办结 something other than a disclosure request. */
const OTHER_MATTERS =
  /12345|12388|热线|工单|转办件|信访|投诉|举报(?!投诉类)|留言|信箱|来信|来电|提案|议案|人大代表|政协|低保|救助|补贴|补助|仲裁|调解|法律援助|审批|许可|行政处罚|登记|备案|项目|专利|公租房|住房|入党|证照|办件|事项|建议[案件]|公文|咨询|监督保护令|户/;
/** 线下收到 3 件: a part by its way of applying. */
const CHANNEL =
  /(?:线上|线下|网上|网络|在线|信函|邮寄|当面|现场|窗口|传真|电子邮件|通过[^，、]{0,16}(?:平台|系统|渠道|网站|信箱|邮件))[^，、]{0,4}(?:收到|受理|接收|接到|提交|提出)[^，、]{0,14}$/;
/** 接收通过邮寄、网络提交的各类申请 81 件: all of them, by whatever way. */
const EVERY_WAY =
  /(?:邮寄|信函|网络|网上|在线|当面|现场|平台|传真|邮件)(?:、|和|及|或)[^，]{0,16}(?:各类|等(?:各种|多种)?(?:方式|渠道|途径|形式)?|提交的|提出的)/;
/** 答复 11 件为本年新收: a part of those answered. */
const OF_THIS_YEAR = /^(?:为|系|是|属于?)(?:本年|当年|今年|20\d{2}年)度?(?:新收|收到|受理|申请)/;

/**
 * 印发公文 514 条，其中主动公开 130 条、依申请公开 363 条、不予公开 21 条: documents by the attribute they were given, no requests.
 * @param text a sentence
 */
function sortsDocuments(text: string): boolean {
  const number = '[^，。；、\\d]{0,10}\\d+[^，。；、\\d]{0,8}';
  const both = [`主动公开${number}[，、；]依申请公开${number}`, `依申请公开${number}[，、；]主动公开${number}`];
  const all = both.some((b) => new RegExp(b).test(text)) && new RegExp(`不(?:予)?公开${number}`).test(text);
  const sorted =
    /(?:公文|文件|信息)(?:类)?(?:政府)?(?:信息)?(?:总数)?(?:共|共计|总计)?\d+[^，。；]{0,4}[，（(：:]?其中[^，。；]{0,4}主动公开/.test(
      text,
    );
  return (all || sorted) && !/(?:收到|受理|接收|办理|答复)[^，。；]{0,16}申请(?!公开)/.test(text);
}

/** What is left of a clause when the form's own words are taken out, which look like another matter's. */
function otherMatter(text: string): boolean {
  const plain = text
    .replace(new RegExp(`${COMPLAINTS.source}(?:申请)?`, 'g'), '')
    .replace(/(?:申请|公开)事项/g, '申请')
    .replace(/登记(?=(?:政府)?信息公开|依申请)/g, '');
  return OTHER_MATTERS.test(plain);
}

function aboutRequests(text: string): boolean {
  return /(信息公开|公开信息|依申请公开|申请公开|信息依申请).{0,8}申请|依申请公开|公开申请|申请公开/.test(text);
}

/** 予以公开 5 件 in a paragraph on requests: the reply types are no other matter's words. */
function answers(sentence: Sentence, own: string): boolean {
  const told = ['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理'].filter((w) => sentence.text.includes(w));
  return (
    (/申请/.test(sentence.passage.text) || told.length >= 3) && /予以公开|同意公开|不予公开|部分公开|无法提供|不予处理|其他处理/.test(own)
  );
}

/** A sentence with the end of the one before it: 收到申请 7 件；结转下年度 1 件. */
function near({ passage, start, text }: Sentence): string {
  return passage.text.slice(Math.max(0, start - 60), start) + text;
}

/** The figure of section three that a mention names; null where it names none. */
export function requestsFigure(context: Context, sentence: Sentence, mention: Mention, running: Running): Figure | null {
  const { lead, tail } = mention;
  const own = ownClause(mention);
  const before = sentence.text.slice(0, mention.start);
  const heads = /^(?:政府)?(?:信息)?(?:公开)?申请中$/.test(tail) && aboutRequests(sentence.passage.text);
  const topical =
    heads ||
    (/结转|(?:下|次)一?年度?继续办理$/.test(own) && aboutRequests(near(sentence))) ||
    aboutRequests(before + tail) ||
    /依申请|申请公开|公开申请/.test(sentence.passage.topic) ||
    answers(sentence, own);
  const bare = /收到$|受理$|接收$/.test(own) && /^(?:政府)?(?:信息)?(?:公开)?申请/.test(tail);
  const parts = /申请$/.test(own) && aboutRequests(sentence.text) && APPLICANTS.some((a) => a.pattern.test(own));
  if ((!topical && !bare && !parts && running.rows.length === 0) || otherMatter(own + tail)) return null;
  if (/(?:主动|依申请|不予|不)公开/.test(own) && sortsDocuments(sentence.text)) return null;
  if (/复议|诉讼|应诉|起诉|不予受理/.test(own) || byAnother(context, own) || OF_THIS_YEAR.test(tail)) return null;
  if (running.figure && LAST_YEARS.test(own)) return running.figure;
  if (running.channels && /^，?(?:合计|共计|总计|共)(?:为|收到|受理)?$/.test(own)) return requestFigure(context, '收到的申请', ['1']);
  if (CHANNEL.test(own) && !EVERY_WAY.test(own)) {
    running.channels = true;
    return null;
  }
  if (/^(?:政府)?(?:信息)?(?:公开)?申请中$/.test(tail)) return requestFigure(context, '申请', ['1'], 'total', [['1', '2'], ['3.7']]);
  const words = own.replace(/[“”"「」]/g, '').replace(/（[^（）]*）/g, '');
  const carried = carriedFigure(context, words, tail, running);
  if (carried) return carried;
  const outcome = outcomeFigure(context, words, tail, running);
  if (outcome) return outcome;
  const applicant = applicantFigure(context, words, running);
  if (applicant) return applicant;
  const behind = applicantBehind(context, words, tail, running);
  if (behind) return behind;
  return flowFigure(context, words, lead, before, tail, topical || bare);
}

const STILL_OPEN = /^(?:申请)?(?:正在|尚在|仍在|还在)(?:办理|处理|办)(?:之中|中|过程中)?$/;

function carriedFigure(context: Context, own: string, tail: string, running: Running): Figure | null {
  const { after } = running;
  // 未办结的申请 1 件，结转下年度: those carried over; without that word, open at some other time.
  if (/(?:未|尚未)(?:办结|办理完毕|答复)的?[^，]{0,14}$/.test(own))
    return /^，(?:已|全部|均|将)?(?:结转|转结|转入)/.test(after) ? requestFigure(context, '结转下年度的申请', ['4']) : null;
  // 收到 41 件，办结 36 件，5 件正在办理中: open at the end of the year.
  if (running.figure?.id.startsWith('requests/') && /^[，、；]?(?:其余|另有|还有|剩余)?(?:的)?$/.test(own) && STILL_OPEN.test(tail))
    return requestFigure(context, '结转下年度的申请', ['4']);
  if (/^[、，]?结转$/.test(own)) return requestFigure(context, '结转下年度的申请', ['4'], 'total', [['2']]);
  const text = /结转|转结|顺延|转入|转下|(?:下|次)一?年度?继续办理$/.test(own)
    ? own
    : /^[^、]{0,14}(结转|转结|顺延|转入|转下)/.test(tail)
      ? tail
      : '';
  if (!text) return null;
  const named = /(20\d{2})年(?:度)?(?:结转|转结)/.exec(text)?.[1];
  if (named && Number(named) + 1 === context.reading.report.year) return requestFigure(context, '上年结转的申请', ['2']);
  if (/(上年|上一年|上年度|去年|上一年度|往年)/.test(text)) return requestFigure(context, '上年结转的申请', ['2']);
  if (/(下年|下一年|次年|明年|20\d{2}年|继续办理)/.test(text)) return requestFigure(context, '结转下年度的申请', ['4']);
  return null;
}

function outcomeFigure(context: Context, own: string, tail: string, running: Running): Figure | null {
  const after = /^(?:已|均|都)?(?:信访|举报|投诉|重复申请|予以|属于|为|系|是|作|因|经|不予|部分|无法|同意|申请)/.test(
    tail.replace(/[“”"]/g, ''),
  );
  // 不予公开信息 8 条, beside 主动公开信息 N 条, counts pieces of information by their attribute, not requests.
  if (/公开(?:政府)?信息$/.test(own) && !/申请(?!公开)/.test(own)) return null;
  const open =
    /(?:^|[：、（]|其中)(?:同意|直接|主动|全部)?公开$/.test(own) && /部分公开|不予公开|无法提供/.test(tail + own + running.after);
  if (open) return requestFigure(context, '予以公开的申请', ['3.1']);
  const hits = OUTCOMES.filter((o) => o.pattern.test(own));
  const list =
    hits.length > 0
      ? hits
      : after && !/(收到|受理|办结|答复)/.test(own)
        ? OUTCOMES.filter((o) => o.pattern.test(tail.replace(/[“”"]/g, '')))
        : [];
  const specific = list.filter((o) => !list.some((x) => x !== o && x.code.startsWith(`${o.code}.`)));
  const narrower = /不掌握/.test(own) ? [['3.4.1']] : [];
  if (specific.length === 1) return requestFigure(context, specific[0]!.label, [specific[0]!.code], 'total', narrower);
  const codes = specific.map((o) => o.code);
  if (specific.length === 2 && codes.includes('3.1') && codes.includes('3.2'))
    return requestFigure(context, '予以公开和部分公开的申请', ['3.1', '3.2']);
  return null;
}

/** 其中 29 件为自然人提出: the kind said behind the number. */
const BEHIND =
  /^(?:申请)?(?:为|是|系|由|来自|属于?)(?<who>自然人|公民|个人|商业企业|企业|科研机构|社会公益组织|法律服务机构|法人(?:或者?|和|及|与|、)其他组织)(?!、|和|与|及|或)/;

function applicantBehind(context: Context, own: string, tail: string, running: Running): Figure | null {
  const who = running.rows.length > 0 && /^[，、；]?(?:其中|另)?(?:有)?$/.test(own) ? BEHIND.exec(tail)?.groups?.['who'] : undefined;
  return who ? applicantFigure(context, who, running) : null;
}

/** 自然人提出政府信息公开申请: one kind's, though no whole went before. */
const BY_ONE_KIND =
  /(?:自然人|公民|商业企业|科研机构|社会公益组织|法律服务机构|法人(?:或者?|和|及|与|、)其他组织)(?:共|累计)?(?:提出|提交|递交)[^，、]{0,14}申请$/;

/** The figure of one kind of applicant in the rows of the whole before it. */
export function applicantFigure(context: Context, own: string, running: Running): Figure | null {
  // 自然人申请 8 件、法人申请 4 件，共收到……: the parts before their whole.
  const ahead = running.rows.length === 0 && /申请$/.test(own) && /共(?:计)?(?:收到|受理|接收|办理)?[^，。]{0,10}申请/.test(running.after);
  const alone = BY_ONE_KIND.test(own);
  if (running.rows.length === 0 && !ahead && !alone) return null;
  if (alone && running.rows.length === 0) running.rows = ['1'];
  const rows = ahead ? ['1'] : running.rows;
  if (/公民|自然人|个人/.test(own) && /法人|组织|企业|机构/.test(own)) return null;
  const kind = APPLICANTS.find((a) => a.pattern.test(alone ? own.replace(/(?:提出|提交|递交).*$/, '') : own));
  if (!kind) return null;
  const figure = requestFigure(context, `${kind.label}的申请`, rows, kind.column);
  const accepts = (kind.accepts ?? []).map((column) => requestFigure(context, '', rows, column).cells);
  return accepts.length > 0 ? { ...figure, accepts } : figure;
}

function flowFigure(context: Context, own: string, lead: string, before: string, tail: string, topical: boolean): Figure | null {
  if (!topical || /(答复书|告知书|回执|清单|目录|指南|台账|卷宗|案卷|培训|会商|补正)/.test(own)) return null;
  if (/依申请公开(?:政府)?信息$/.test(own) && /主动公开(?:政府)?信息\d+条/.test(before)) return null;
  if (
    /(?:受理|收到|接收)(?:并|、|和)?(?:已)?(?:答复|办结|办理)[^，]{0,12}申请(?:公开)?(?:政府信息)?(?:件|案件|数量)?(?:共|共计)?$/.test(own)
  )
    return requestFigure(context, '办理的申请', ['1'], 'total', [['1', '2'], ['3.7']]);
  const last = Math.max(...['办结', '办复', '答复', '回复'].map((w) => own.lastIndexOf(w)));
  const intake = Math.max(...['收到', '受理', '接收', '接到', '新收', '新增', '登记'].map((w) => own.lastIndexOf(w)));
  if (/(?:未|尚未)(?:办结|答复)/.test(own)) return null;
  // 按期办结 N 件: of those closed, so no more than they are.
  if (/(?:按期|按时|如期|及时)(?:办结|办复|答复)(?:了)?$/.test(own))
    return { ...requestFigure(context, '办结（答复）的申请', ['3.7']), atMost: true };
  if (
    last >= 0 &&
    last > intake &&
    !/(?:办理|处理)(?:并)?(?:答复|回复)/.test(own) &&
    !/(当面|书面|电话|网上|邮寄|现场|口头|延期|按期|超期|逾期|未|未办结)(?:办结|答复|回复)?$/.test(own)
  ) {
    if (/答复(?:申请人)?$|办结$|办复$|回复$|(办结|答复|办复)[^，]{0,14}(申请|依申请公开|共|共计|合计)$/.test(own))
      return requestFigure(context, '办结（答复）的申请', ['3.7']);
    return null;
  }
  const named = /申请(?:公开)?(?:政府信息)?(?:事项|件|案件|数量|数|量|件数)?(?:共计|共|合计|总计|总数|为|有|达|达到|累计|的)*$/.test(own);
  if (
    intake >= 0 &&
    (named || /^(?:政府|公开|信息|依)*(?:信息)?(?:公开)?申请/.test(tail) || /(收到|受理|接收|接到|新收)(?:到|了|共|共计)*$/.test(own))
  ) {
    return requestFigure(context, '收到的申请', ['1']);
  }
  if (
    /(收办|办理|处理|依申请公开(?:政府)?信息$|依申请公开(?:共|共计)?$)/.test(own) &&
    (named || /依申请公开(?:政府)?(?:信息|事项)?(?:申请)?(?:共|共计|合计)?$/.test(own))
  ) {
    return requestFigure(context, '办理的申请', ['1'], 'total', [['1', '2'], ['3.7'], ['3.1', '3.2'], ['3.1']]);
  }
  if (named && lead === before && /(信息公开|公开信息|依申请公开)/.test(own))
    return requestFigure(context, '申请', ['1'], 'total', [['1', '2'], ['3.7']]);
  return null;
}
