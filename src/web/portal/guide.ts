import { type Markup, markup, trusted } from '#documents/markup.ts';
import type { Guide } from '#domain/publishing/guide.ts';
import { articleTitle } from '#law/articles/index.ts';
import { GUIDE_ELEMENTS } from '#law/catalogue.ts';
import type { FeeBase, Tariff } from '#law/fees.ts';
import { chineseDate, parseDay } from '#lib/day.ts';

/** 政府信息公开指南, with the elements of Art. 12. */
export function guideView(unit: string, guide: Guide | null): Markup {
  if (!guide) return markup`<h1>政府信息公开指南</h1><p class="note">${unit}还没有公布指南。需要帮助请到办公地点询问。</p>`;
  const on = parseDay(guide.effectiveOn ?? '');
  const given = GUIDE_ELEMENTS.filter(({ key }) => (guide.elements[key] ?? '').trim() !== '');
  return markup`<h1>政府信息公开指南</h1>${on && markup`<p class="meta">${chineseDate(on)}起施行</p>`}
<dl class="particulars own">${given.map(({ key, label }) => markup`<div class="wide"><dt>${label}</dt><dd>${guide.elements[key]}</dd></div>`)}</dl>
<div class="prose" id="text">${trusted(guide.body)}</div>`;
}

/** The steps by which a fee grows, of the tariff in force. */
function feeWords(tariff: Tariff): string {
  const bands = (base: FeeBase, unit: string) =>
    tariff.bands[base]
      .map((b) => `${b.from}${b.to === null ? `${unit}及以上` : `至${b.to}${unit}`}${b.rate === 0 ? '不收费' : `每${unit}${b.rate}元`}`)
      .join('，');
  const last = tariff.bands.items.at(-1)?.to ?? 0;
  const { width, rise } = tariff.rising;
  return `按件的（同一申请人一个自然月内）：${bands('items', '件')}，${last + 1}件及以上每${width}件为一档、每件逐档再加${rise}元；按量的（一件申请的页数）：${bands('pages', '页')}。两种方式只能用一种`;
}

/** Where an application is handed in, as the guide has it. */
function placeOf(unit: string, guide: Guide | null): Markup {
  const e = guide?.elements ?? {};
  const place = [
    ['工作机构', e['officeName'] || unit],
    ['办公地址', e['address']],
    ['办公时间', e['hours']],
    ['联系电话', e['phone']],
    ['传真号码', e['fax']],
    ['互联网联系方式', e['internet']],
  ].filter(([, value]) => value && !/^(无|没有)$/.test(value));
  return markup`<dl class="particulars own">${place.map(([label, value]) => markup`<div class="wide"><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** By which day each way of handing in counts as received (Art. 31). */
const RECEIVED: readonly (readonly [string, string])[] = [
  ['当面提交', '提交的当天'],
  ['邮寄，需要签收', '签收的当天'],
  ['邮寄，不需要签收的平常信函', '工作机构与您确认的当天；收到信当天就会与您确认'],
  ['互联网或者传真', '双方确认的当天'],
];

export interface Apply {
  readonly code: string;
  readonly unit: string;
  readonly guide: Guide | null;
  readonly tariff: Tariff | null;
}

/** 依申请公开: who may ask, what an application must say (Art. 29), where and how to hand it in, by when it is answered, what it costs, what to do then. */
export function applyView({ code, unit, guide, tariff }: Apply): Markup {
  const known = Boolean(guide?.elements['address'] || guide?.elements['phone'] || guide?.elements['internet']);
  return markup`<h1>依申请公开</h1><p>公民、法人和其他组织都可以向${unit}申请获取没有公开的政府信息，不用说明用途（《政府信息公开条例》第二十七条、第二十九条）。已经公开的，可以先<a href="/search?unit=${code}">搜索</a>或者查<a href="/${code}/content">目录</a>，不用申请。</p>
<p class="buttons"><a class="button main" href="/${code}/apply/form.docx">下载申请表（Word）</a><a class="button" href="/${code}/apply/form.pdf">下载申请表（PDF）</a></p>
<h2>申请里要写什么</h2><ol><li>您的姓名或者单位名称、身份证明、联系方式；</li><li>要哪份信息：名称、文号，或者便于查找的其他特征；</li><li>希望怎样得到：纸质还是电子，邮寄、自取还是其他方式。</li></ol><p>可以用上面的申请表，也可以自己写，写明这三项就行。写有困难的，可以口头说，由工作人员代填，您确认（第二十九条）。</p>
<h2>交到哪里</h2>${placeOf(unit, guide)}<p>${known ? '可以当面交、邮寄，也可以用上面写明的其他方式。' : `${unit}还没有公布地址和电话，可以到办公地点当面交。`}阅读有困难或者视听有障碍的，可以请工作人员帮助（第四十三条）。</p>
<table><caption>哪一天算收到（第三十一条）</caption><thead><tr><th scope="col">怎么交的</th><th scope="col">算收到的日子</th></tr></thead><tbody>${RECEIVED.map(([how, when]) => markup`<tr><th scope="row">${how}</th><td>${when}</td></tr>`)}</tbody></table>
<h2>多久答复</h2><ul><li>能当场答复的当场答复；不能的，自收到申请之日起20个工作日内答复。需要延长的，会告诉您，最多再延长20个工作日（第三十三条）。</li><li>内容不明确的，7个工作日内一次告诉您要补正什么、什么时候以前补正；自收到补正的申请之日起重新计算答复期限。没有正当理由到期不补正的，视为放弃申请（第三十条）。</li><li>要征求第三方或者其他机关意见的，征求意见的时间不算在内（第三十三条）。</li></ul>
<h2>收不收费</h2><p>不收费。只有申请的数量、频次明显超过合理范围的，才可以收取信息处理费（第四十二条）。${tariff && markup`${feeWords(tariff)}（${articleTitle(tariff.basis)}）。要收费的，会在答复期限内通知您依据、标准和数额；收到通知的次日起20个工作日内没有缴费的，视为放弃申请。`}</p>
<h2>不满意怎么办</h2><p>认为没有依法公开的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报；认为侵犯您的合法权益的，还可以依法申请行政复议或者提起行政诉讼（第五十一条）。对不予公开的答复不服的，要先申请行政复议（《中华人民共和国行政复议法》第二十三条）。</p>`;
}
