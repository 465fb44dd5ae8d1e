import type { Context } from '../context.ts';
import type { Sentence } from '../passages.ts';
import type { Figure } from './figure.ts';
import type { Mention } from './mention.ts';
import type { Running } from './running.ts';

/** Work on documents that is no count of the table: reviewing, filing, cleaning, interpreting, putting into a library. */
const OTHER_WORK =
  /(审查|审核|备案|清理|解读|转载|收录|归集|汇编|征求意见|修改|修订|评估|送审|起草|上级|转发|学习|征集|意见|图解|目录|专栏|录入|报备|梳理|移送)/;

type Kind = 'regulations' | 'normativeDocuments';

/** The figure of a kind of document: issued, abolished, in force, or — published, unspecified — no more than any of them. */
export function documentCells(context: Context, kind: Kind, column: 'issued' | 'abolished' | 'inForce' | 'any'): Figure {
  const name = kind === 'regulations' ? '规章' : '行政规范性文件';
  const old = context.form.edition === '2019';
  const cell = (key: string): string => `proactive/${kind}/${key}`;
  if (column === 'any') {
    const columns = old ? ['publicTotal', 'published', 'made'] : ['inForce', 'issued', 'abolished'];
    const main = old ? 'published' : 'issued';
    return {
      id: `documents/${kind}/any`,
      label: `公开的${name}`,
      cells: [cell(main)],
      accepts: columns.map((c) => [cell(c)]),
      atMost: true,
    };
  }
  const label = { issued: `制发的${name}`, abolished: `废止的${name}`, inForce: `现行有效的${name}` }[column];
  if (!old) return { id: `documents/${kind}/${column}`, label, cells: [cell(column)] };
  return {
    id: `documents/${kind}/${column}`,
    label,
    cells: [cell(column === 'inForce' ? 'publicTotal' : 'made')],
    accepts: [[cell('published')]],
  };
}

/** 制发行政规范性文件 4 件，废止 2 件，现行有效 15 件: what a document before left to be understood. */
function followingFigure(context: Context, own: string, running: Running): Figure | null {
  const kind = /^documents\/(regulations|normativeDocuments)\//.exec(running.figure?.id ?? '')?.[1] as Kind | undefined;
  const word =
    /^[，、（]?(?:本年度?|当年|全年|同时|其中|并|已|截至年底|年底|目前|现|宣布|公布|予以|清理)*(制发|制定|废止失效|废止|失效|现行有效|继续有效|有效)(?:件数|的)?(?:共|共计|为|有|了)*$/.exec(
      own,
    )?.[1];
  if (!kind || !word || (context.form.edition === '2019' && /废止|失效/.test(word))) return null;
  return documentCells(context, kind, /废止|失效/.test(word) ? 'abolished' : /有效/.test(word) ? 'inForce' : 'issued');
}

/** The figure of section two's documents that a mention names. */
export function documentFigure(context: Context, sentence: Sentence, mention: Mention, own: string, running: Running): Figure | null {
  const next = followingFigure(context, own, running);
  if (next) return next;
  const text = own + mention.tail;
  const inForceHead = /现行有效(?:的)?(?:件数|(?:行政)?规范性文件)?(?:共|共计|为|有|合计)*$/.test(own);
  const named = /规范性文件(?:件数|数量|数)?[^，、；]{0,6}$/.test(own) || /^(?:行政)?规范性文件/.test(mention.tail);
  const regulation =
    /(?:政府|部门)规章[^，、；]{0,6}$|^规章[^，、；]{0,6}$|制定规章$/.test(own) || /^(?:市|省)?政府规章/.test(mention.tail);
  if (!inForceHead && !named && !regulation) return null;
  if (OTHER_WORK.test(text) || (context.form.edition === '2019' && /废止|失效/.test(own))) return null;
  const kind: Kind = regulation && !named ? 'regulations' : 'normativeDocuments';
  const before = sentence.text.slice(0, mention.start);
  if (inForceHead && /(政策|文件)/.test(own.replace(/规范性文件/g, ''))) return null;
  if (/现行有效|有效/.test(own)) return documentCells(context, kind, 'inForce');
  if (/废止|失效/.test(own)) return /制发|制定|印发|出台/.test(own) ? null : documentCells(context, kind, 'abolished');
  if (/(制发|制定|印发|出台|新增|发文|下发|新发(?!布|现))/.test(own)) return documentCells(context, kind, 'issued');
  return /(公开|发布|公布|其中|共)/.test(before) ? documentCells(context, kind, 'any') : null;
}
