import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadingStopped } from '../fault.ts';

const HOME = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Opens a PDF for its text and lines only: no scripts, no fonts drawn, no pictures decoded. Throws `ReadingStopped`. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      disableFontFace: true,
      useSystemFonts: false,
      useWasm: false,
      enableXfa: false,
      maxImageSize: 1,
      cMapUrl: `${join(HOME, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(HOME, 'standard_fonts')}/`,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
  } catch (fault) {
    const name = fault instanceof Error ? fault.name : '';
    if (name === 'PasswordException') throw new ReadingStopped('encrypted', 'PDF设有打开密码；请去掉密码后再提供。');
    throw new ReadingStopped('broken', 'PDF已损坏，打不开；请重新导出后再试。');
  }
}
