import type { Reading } from '#domain/report/model.ts';
import { readPieces } from './assemble.ts';
import { type Block, piecesOfBlocks } from './blocks.ts';
import { INK_NEEDS, inkOf } from './docxInk.ts';
import { DocxNumbering } from './docxNumbering.ts';
import { partsBeside } from './docxParts.ts';
import { DocxWalk } from './docxWalk.ts';
import { ReadingStopped } from './fault.ts';
import { MAIN_PART } from './mainPart.ts';
import type { Unreadable } from './unreadable.ts';
import { scanPart } from './xml.ts';
import { ZipFile } from './zip.ts';

/** All parts read of one document, inflated. */
const MOST_BYTES = 40_000_000;

/** How things look: two thirds of a document, passed over unless one of these is in it. */
const LOOKS = new Set(['rPr', 'pPr', 'tcPr', 'tblPr', 'tblPrEx', 'tblGrid', 'sectPr', 'pBdr', 'tcBorders', 'tcMar']);
const NEEDED = new Set(['numPr', 'gridSpan', 'vMerge', 'hMerge', 'vanish', 'strike', 'dstrike', 'vertAlign']);

/** Blocks of a DOCX: text boxes and content controls read, placeholders of empty controls not. Throws `ReadingStopped`. */
export function docxBlocks(bytes: Uint8Array): Block[] {
  const zip = new ZipFile(bytes, MOST_BYTES);
  const name = zip.entries.find((e) => MAIN_PART.test(e.name))?.name;
  const body = name === undefined ? null : zip.part(name);
  if (body === null) throw new ReadingStopped('broken', 'Word文件缺少正文部分；请用文字处理软件打开后另存再提供。');
  const numbering = new DocxNumbering(zip);
  const parts = partsBeside(zip, body);
  const ink = inkOf(zip, body);
  const walk = new DocxWalk(numbering, parts, ink);
  const needed = [
    ...NEEDED,
    ...(numbering.byStyle ? ['pStyle'] : []),
    ...(parts.hiddenStyles.size > 0 ? ['rStyle'] : []),
    ...(ink ? INK_NEEDS : []),
  ];
  scanPart(body, walk, { names: LOOKS, unless: new Set(needed) });
  return walk.blocks;
}

/** Reads a report from a DOCX. */
export function readDocx(bytes: Uint8Array): Reading | Unreadable {
  return readPieces(piecesOfBlocks(docxBlocks(bytes)));
}
