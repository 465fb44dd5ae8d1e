import { registerOf } from '../../registers/all.ts';
import { figureLabel, registersOf } from '../figures.ts';
import type { Office } from './office.ts';

/** Something the text does not say, why, and what to do about it. */
export interface Gap {
  /** Key of the paragraph it belongs to. */
  readonly paragraph: string;
  readonly about: string;
  /** The figures that are not known; empty where a fact of the office is wanting. */
  readonly figures: readonly string[];
  /** In Chinese: what is missing and what to do. */
  readonly message: string;
}

/** A statement left out because its figures are not known. */
export function figureGap(paragraph: string, about: string, figures: readonly string[]): Gap[] {
  if (figures.length === 0) return [];
  const registers = [...new Set(figures.flatMap(registersOf))].map((r) => registerOf(r).title).join('、');
  const names = [...new Set(figures.map(figureLabel))].join('、');
  return [
    {
      paragraph,
      about,
      figures,
      message: `“${about}”没有写：${names}还没有数字。请对报告期内的${registers}作出申报（登记齐全，或者零报告）。`,
    },
  ];
}

const FACT_NAMES: Readonly<Record<string, string>> = {
  address: '联系地址',
  phone: '联系电话',
  postcode: '邮编',
  site: '公开网站',
  siteAddress: '网站地址',
};

/** A statement left out because the office has not stated a fact of itself. */
export function factGap(paragraph: string, facts: readonly string[]): Gap[] {
  return facts.map((f) => ({ paragraph, about: FACT_NAMES[f] ?? f, figures: [], message: `请在机关资料里填写${FACT_NAMES[f] ?? f}。` }));
}

/** What the report should say of the office and the register or the office's particulars don't tell. */
export function wanting(office: Office, year: number): Gap[] {
  const gap = (paragraph: string, about: string, message: string): Gap => ({ paragraph, about, figures: [], message });
  const now = office.problems.filter((p) => p.year === year);
  const last = office.problems.filter((p) => p.year === year - 1);
  const gaps: Gap[] = [];
  if (!office.site) gaps.push(gap('1/platform', '公开网站', '“政府信息公开平台建设”没有写：请在机关资料里填写公开信息所用的网站。'));
  if (!office.contact) gaps.push(gap('0/basis', '联系方式', '没有写联系方式：请在机关资料里填写联系地址和电话。'));
  if (now.length === 0)
    gaps.push(gap('5/problems', '存在的主要问题', `“存在的主要问题”没有写：请在问题台账登记${year}年的问题和改进措施。`));
  for (const p of now.filter((p) => !p.measure))
    gaps.push(gap('5/measures', '改进措施', `问题“${p.problem}”还没有改进措施，请在问题台账补上。`));
  for (const p of last.filter((p) => !p.improvement))
    gaps.push(gap('5/improvements', '上年问题的改进情况', `上年指出的问题“${p.problem}”没有写改进情况，请在问题台账补上。`));
  return gaps;
}
