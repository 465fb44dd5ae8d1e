import { MAIN_PART } from './mainPart.ts';
import { ZipFile } from './zip.ts';

/** What a file is by its content; its name is not asked. */
export type FileKind =
  | 'docx'
  | 'xlsx'
  | 'zip'
  | 'ofd'
  | 'odf'
  | 'ole'
  | 'encryptedOffice'
  | 'officeXml'
  | 'rtf'
  | 'pdf'
  | 'html'
  | 'mhtml'
  | 'json'
  | 'image'
  | 'binary'
  | 'text'
  | 'empty';

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
  return head.every((b, i) => bytes[i] === b);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(from, to));
}

/** The names a ZIP's directory lists; where it is broken, whatever stands at its end and beginning. */
function zipNames(bytes: Uint8Array): string[] {
  try {
    return new ZipFile(bytes, 0).entries.map((e) => e.name.toLowerCase());
  } catch {
    const raw = latin(bytes, Math.max(0, bytes.length - 300_000), bytes.length) + latin(bytes, 0, 4_000);
    return ['word/document.xml', 'xl/workbook.xml', 'ofd.xml', 'content.xml'].filter((name) => raw.toLowerCase().includes(name));
  }
}

/** An Office file by its own members; a ZIP that merely holds Office files, packed or not, is a ZIP. */
function zipKind(bytes: Uint8Array): FileKind {
  const names = new Set(zipNames(bytes));
  if ([...names].some((n) => MAIN_PART.test(n))) return 'docx';
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('ofd.xml')) return 'ofd';
  return names.has('content.xml') && latin(bytes, 0, 4_000).includes('mimetypeapplication/vnd.oasis.opendocument') ? 'odf' : 'zip';
}

function imageOf(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x47, 0x49, 0x46, 0x38) ||
    (startsWith(bytes, 0x42, 0x4d) && bytes.length > 54 && bytes[14] === 40) ||
    startsWith(bytes, 0x49, 0x49, 0x2a, 0) ||
    startsWith(bytes, 0x4d, 0x4d, 0, 0x2a) ||
    (startsWith(bytes, 0x52, 0x49, 0x46, 0x46) && latin(bytes, 8, 12) === 'WEBP')
  );
}

function oleKind(bytes: Uint8Array): FileKind {
  const names = latin(bytes, 0, Math.min(bytes.length, 4_000_000));
  return names.includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e') ? 'encryptedOffice' : 'ole';
}

/** Zero bytes mostly on even or mostly on odd places, as UTF-16 has them. */
function oneSided(bytes: Uint8Array): boolean {
  const counts = [0, 0];
  for (let i = 0; i < Math.min(bytes.length, 8192); i++) if (bytes[i] === 0) counts[i % 2]!++;
  return Math.min(...counts) * 4 < Math.max(...counts);
}

/** Tells what a file is from its first and last bytes. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return zipKind(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return oleKind(bytes);
  if (imageOf(bytes)) return 'image';
  const head = latin(bytes, 0, 4096);
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (/^\s*\{\\rtf/.test(head)) return 'rtf';
  const ascii = head
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (/^(?:MIME-Version:|From: <Saved by)|^[\w-]{2,40}:[^<]*\ncontent-type:\s*(?:multipart\/|text\/html)/i.test(ascii)) return 'mhtml';
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<\?mso-application[^>]*>\s*)?<(?:w:wordDocument|pkg:package|office:document|(?:ss:)?Workbook)[\s>]/i.test(
      ascii,
    )
  )
    return 'officeXml';
  if (/^(?:<!doctype html|<html|<head|<meta|<body|<table|<div|<p[\s>]|<\?xml[^>]*>\s*<(?:!doctype html|html))/i.test(ascii)) return 'html';
  if (/^<!--/.test(ascii) && /<(?:html|body|table|div)/i.test(ascii)) return 'html';
  if (/^[{[]\s*["{[\]}]/.test(ascii)) return 'json';
  const zeros = latin(bytes, 0, 8192).match(/\0/g)?.length ?? 0;
  const controls = latin(bytes, 0, 8192).match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  if ((controls > 40 && zeros > 0 && !oneSided(bytes)) || (zeros > 400 && !oneSided(bytes))) return 'binary';
  return (head.match(/<\/(?:td|p|div|span|table)>/gi)?.length ?? 0) >= 5 ? 'html' : 'text';
}
