import { attachmentsOf, CLOSED_GROUNDS, MODE_NAMES } from '#domain/publishing/content.ts';
import type { ItemFile } from '#domain/publishing/ports.ts';
import { articleTitle } from '#law/articles/index.ts';
import { shanghaiDay } from '#lib/day.ts';
import type { PrintedForm } from './form.ts';
import { dateOf, type FormContext, ground, head, modeBoxes, opinion, published, stepOf } from './parts.ts';

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
