import { type Markup, markup, trusted } from '#documents/markup.ts';
import type { Guide } from '#domain/publishing/guide.ts';
import { GUIDE_ELEMENTS } from '#law/catalogue.ts';
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

/** 依申请公开: who may ask, what an application must say (Art. 29), where to hand it in, by when it is answered. */
export function applyView(unit: string, guide: Guide | null): Markup {
  const e = guide?.elements ?? {};
  const place = [
    ['受理机构', e['officeName'] || unit],
    ['办公地址', e['address']],
    ['办公时间', e['hours']],
    ['联系电话', e['phone']],
    ['传真号码', e['fax']],
    ['互联网联系方式', e['internet']],
  ].filter(([, value]) => value);
  return markup`<h1>依申请公开</h1><p>已经公开的信息，可以先<a href="/search">搜索</a>。没有公开的，公民、法人和其他组织都可以向${unit}申请获取（《政府信息公开条例》第二十七条）。</p>
<h2>申请里要写什么</h2><ol><li>您的姓名或者单位名称、身份证明、联系方式；</li><li>要哪份信息：名称、文号，或者便于查找的其他特征；</li><li>希望怎样得到：纸质还是电子，邮寄、自取还是其他方式。</li></ol><p class="meta">依据：《政府信息公开条例》第二十九条</p>
<h2>交到哪里</h2><dl class="particulars own">${place.map(([label, value]) => markup`<div class="wide"><dt>${label}</dt><dd>${value}</dd></div>`)}</dl><p>可以当面交、邮寄，也可以用上面写明的其他方式。写有困难的，可以口头说，由工作人员代填，您确认（第二十九条）。</p>
<h2>多久答复</h2><p>能当场答复的当场答复；不能的，自收到申请之日起二十个工作日内答复。需要延长的，会告诉您，最多再延长二十个工作日（第三十三条）。内容不明确的，七个工作日内一次告诉您怎么补正（第三十条）。</p>
<h2>收不收费</h2><p>不收取费用。只有数量、频次明显超过合理范围的，才可以收信息处理费（第四十二条）。</p>`;
}
