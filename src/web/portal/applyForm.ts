import type { PrintedForm } from '#documents/forms/index.ts';
import type { Guide } from '#domain/publishing/guide.ts';

/** 政府信息公开申请表, blank but for where it goes to: it asks what Art. 29 names and nothing more, least of all what for. */
export function applicationForm(unit: string, guide: Guide | null, printedOn: string): PrintedForm {
  const e = guide?.elements ?? {};
  const empty = (...labels: string[]) => ({ kind: 'cells', cells: labels.map((label) => ({ label, value: '' })) }) as const;
  const boxes = (label: string, texts: readonly string[], note = '') =>
    ({ kind: 'boxes', label, boxes: texts.map((text) => ({ text, ticked: false })), note }) as const;
  const where = [e['officeName'], e['address'], e['phone'] && `电话${e['phone']}`, e['internet']].filter(Boolean).join('，');
  return {
    title: '政府信息公开申请表',
    number: '',
    unit,
    printedOn,
    rows: [
      boxes('申请人', ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']),
      empty('姓名或者名称', '联系人'),
      empty('证件名称', '证件号码'),
      empty('联系电话', '电子邮箱'),
      { kind: 'text', label: '通信地址', value: '', tall: 10 },
      { kind: 'text', label: '需要的信息（名称、文号，或者便于查找的特征）', value: '', tall: 62 },
      boxes('提供的形式', ['纸质', '电子文件', '查阅、抄录']),
      boxes('获取的途径', ['邮寄', '电子邮件', '自行领取']),
      { kind: 'opinion', label: '申请人签名或盖章', value: '', signed: '', on: '', tall: 18 },
    ],
    list: null,
    notes: [
      '请附身份证明的复印件：自然人附身份证件，单位附营业执照或者登记证书。',
      '不用写申请的用途。一张申请表最好只申请一件事，便于查找和答复。',
      ...(where ? [`交到：${where}。`] : []),
      '填写有困难的，可以口头提出，由工作人员代填，您确认。',
      '依据：《中华人民共和国政府信息公开条例》第二十七条、第二十九条。',
    ],
  };
}
