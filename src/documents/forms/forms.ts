import { attachmentsOf, CLOSED_GROUNDS, MODE_NAMES, type Mode } from '#domain/publishing/content.ts';
import type { Delivery } from '#domain/publishing/entries/entry.ts';
import type { Step, TransitionName } from '#domain/publishing/life/states.ts';
import type { ItemFile } from '#domain/publishing/ports.ts';
import { PUBLICATION_CHANNELS } from '#domain/publishing/publications.ts';
import { articleTitle } from '#law/articles/index.ts';
import { chineseDate, parseDay, shanghaiDay } from '#lib/day.ts';
import type { FormList, FormRow, PrintedForm } from './form.ts';

/** What a form needs to know besides the item. */
export interface FormContext {
  readonly unit: string;
  readonly printedOn: string;
  /** A column's name by its id. */
  readonly columnName: (id: string) => string;
}

function dateOf(day: string | null): string {
  const parsed = parseDay(day ?? '');
  return parsed ? chineseDate(parsed) : '';
}

/** The last step of a kind on the working version, if it still stands. */
function stepOf(file: ItemFile, name: TransitionName): Step | null {
  const since = file.steps.findLastIndex((s) => s.to === 'draft');
  return file.steps.slice(since + 1).findLast((s) => s.transition === name) ?? null;
}

function opinion(label: string, step: Step | null, tall: number, spoken = '同意。'): FormRow {
  if (!step) return { kind: 'opinion', label, value: '', signed: '', on: '', tall };
  const paper = step.signOff?.kind === 'paper' ? step.signOff : null;
  const override = step.signOff?.kind === 'override' ? `（未经第二人办理，理由：${step.signOff.reason}）` : '';
  const on = paper?.on ?? shanghaiDay(Date.parse(step.at));
  const signed = paper ? `${paper.by}（纸质签批，${step.byName}登记）` : step.byName;
  return { kind: 'opinion', label, value: `${step.opinion || spoken}${override}`, signed, on: dateOf(on), tall };
}

function modeBoxes(mode: Mode | null): { text: string; ticked: boolean }[] {
  return (Object.keys(MODE_NAMES) as Mode[]).map((m) => ({ text: MODE_NAMES[m], ticked: m === mode }));
}

function head(file: ItemFile, context: FormContext): FormRow[] {
  const { content } = file.current;
  return [
    { kind: 'text', label: '信息名称', value: content.title, tall: 12 },
    {
      kind: 'cells',
      cells: [
        { label: '发文字号', value: content.documentNumber },
        { label: '成文日期', value: dateOf(content.formedOn) },
      ],
    },
    {
      kind: 'cells',
      cells: [
        { label: '承办单位', value: content.handler || context.unit },
        { label: '起草人', value: file.life.authors.map((a) => a.name).join('、') },
      ],
    },
  ];
}

const ground = (key: string | null): string => {
  const found = CLOSED_GROUNDS.find((g) => g.key === key);
  return found ? `${found.label}（${articleTitle(found.basis)}）` : '';
};

/** Where it came out and when, as far as it did. */
function published(file: ItemFile): string {
  const channel = (value: unknown): string => PUBLICATION_CHANNELS.find((c) => c.value === value)?.label ?? '';
  const made = file.publications
    .filter((p) => !p.void)
    .map((p) => `${channel(p.values['channel'])} ${dateOf(String(p.values['on'] ?? ''))}`);
  return made.join('；');
}

/** 信息发布审批表: the whole way of an item on one sheet. */
export function approvalForm(file: ItemFile, context: FormContext): PrintedForm {
  const { content } = file.current;
  const attachments = attachmentsOf(file.attachments, file.life.version);
  return {
    title: '信息发布审批表',
    number: file.life.item,
    unit: context.unit,
    printedOn: context.printedOn,
    rows: [
      ...head(file, context),
      { kind: 'text', label: '拟发栏目', value: content.column ? context.columnName(content.column) : '', tall: 9 },
      { kind: 'text', label: '内容概述', value: content.summary, tall: 24 },
      { kind: 'text', label: '附件', value: attachments.map((a) => a.title).join('；') || '无', tall: 10 },
      { kind: 'boxes', label: '公开方式', boxes: modeBoxes(file.life.mode), note: file.life.modeReason && `理由：${file.life.modeReason}` },
      opinion('保密审查意见', stepOf(file, 'clearSecrecy'), 30),
      opinion('审核意见', stepOf(file, 'review'), 30),
      opinion('签发意见', stepOf(file, 'approve'), 30),
      { kind: 'text', label: '发布渠道和日期', value: published(file), tall: 12 },
      { kind: 'text', label: '备注', value: '', tall: 12 },
    ],
    list: null,
    notes: ['坚持先审查、后公开，逐项审查。未经审查和签发的信息不得发布。'],
  };
}

/** 保密审查表. */
export function secrecyForm(file: ItemFile, context: FormContext): PrintedForm {
  const step = stepOf(file, 'clearSecrecy');
  const referred = stepOf(file, 'refer');
  return {
    title: '政府信息公开保密审查表',
    number: file.life.item,
    unit: context.unit,
    printedOn: context.printedOn,
    rows: [
      ...head(file, context),
      { kind: 'boxes', label: '拟公开方式', boxes: modeBoxes(file.life.mode), note: '' },
      {
        kind: 'boxes',
        label: '逐项审查',
        boxes: ['国家秘密', '工作秘密', '商业秘密', '个人隐私', '危及“三安全一稳定”', '内部事务、过程性信息'].map((text) => ({
          text: `不涉及${text}`,
          ticked: false,
        })),
        note: '审查后逐项打勾；涉及的在下栏写明。',
      },
      opinion('承办人自查意见', null, 24),
      opinion('保密审查意见', step, 34),
      {
        kind: 'text',
        label: '报请确定情况',
        value: referred ? `${referred.reason}（${dateOf(shanghaiDay(Date.parse(referred.at)))}报请）` : '',
        tall: 20,
      },
      opinion('负责人意见', null, 28),
    ],
    list: null,
    notes: [`依据：${['OGIR2019 17', 'SECRECY2024 35', 'SECRECYRULES2024 42'].map((b) => articleTitle(b)).join('，')}。`],
  };
}

/** 公文属性认定单: the attribute decided at the source, with the reason where it is not open. */
export function attributeForm(file: ItemFile, context: FormContext): PrintedForm {
  const { life } = file;
  return {
    title: '公文公开属性认定单',
    number: life.item,
    unit: context.unit,
    printedOn: context.printedOn,
    rows: [
      ...head(file, context),
      { kind: 'boxes', label: '公开属性', boxes: modeBoxes(life.mode), note: '' },
      {
        kind: 'boxes',
        label: '不予公开的情形',
        boxes: CLOSED_GROUNDS.map((g) => ({ text: g.label, ticked: g.key === life.modeGround })),
        note: ground(life.modeGround),
      },
      { kind: 'text', label: '不公开的理由', value: life.mode === 'proactive' ? '' : life.modeReason, tall: 30 },
      opinion('拟稿人意见', stepOf(file, 'decideAttribute'), 26, life.mode ? `拟${MODE_NAMES[life.mode]}。` : ''),
      opinion('公开工作机构意见', null, 30),
      opinion('负责人意见', stepOf(file, 'approve'), 30),
    ],
    list: null,
    notes: ['拟不主动公开的应当说明理由；没有认定属性的公文，可以退回。'],
  };
}

/** Room for a round seal of 42 mm, in millimetres. */
const STAMP = 44;
/** Relative widths of a line: of a character of the index number, and of the numbers and the title together. */
const CHARACTER = 0.28;
const NUMBER_AND_TITLE = 12.5;

/** The number takes what the longest needs, the title all the rest. */
function listOf({ items }: Delivery): FormList {
  const number = Math.min(6.4, Math.max(2.4, ...items.map((i) => i.item.length * CHARACTER)));
  return {
    head: ['序号', '索引号', '信息名称', '份数', '备注'],
    widths: [1.1, number, NUMBER_AND_TITLE - number, 1.1, 1.3],
    rows: items.map((i, n) => [String(n + 1), i.item, i.title, String(i.copies), '']),
  };
}

/** 移交清单: copies for the archive or the library, with room for the receipt. */
export function deliveryForm(delivery: Delivery, context: Pick<FormContext, 'unit' | 'printedOn'>): PrintedForm {
  const copies = delivery.items.reduce((n, i) => n + i.copies, 0);
  return {
    title: '主动公开政府信息移交清单',
    number: '',
    unit: context.unit,
    printedOn: context.printedOn,
    rows: [
      {
        kind: 'cells',
        cells: [
          { label: '移交单位', value: context.unit },
          { label: '接收单位', value: delivery.to },
        ],
      },
      {
        kind: 'cells',
        cells: [
          { label: '移交日期', value: dateOf(delivery.on) },
          { label: '件数 / 份数', value: `${delivery.items.length} 件 / ${copies} 份` },
        ],
      },
      {
        kind: 'cells',
        cells: [
          { label: '移交人', value: delivery.handedBy },
          { label: '接收人', value: delivery.receivedBy },
        ],
      },
      {
        kind: 'cells',
        cells: [
          { label: '接收日期', value: dateOf(delivery.receivedOn) },
          { label: '备注', value: delivery.remark },
        ],
      },
      {
        kind: 'cells',
        tall: STAMP,
        cells: [
          { label: '移交单位盖章', value: '' },
          { label: '接收单位盖章', value: '' },
        ],
      },
    ],
    list: listOf(delivery),
    notes: ['本清单一式两份，移交单位和接收单位各存一份。'],
  };
}
