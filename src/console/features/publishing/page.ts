import type { Attachment } from '../../../web/api/publishingTypes.ts';
import { fileAddress } from './usePublishing.ts';

/** A kept page as the editor shows it: pictures by the addresses of their files. Parsed apart, so nothing is loaded or run. */
export function shownHtml(html: string, agency: string, attachments: readonly Attachment[]): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const image of page.querySelectorAll('img')) {
    const kept = image.getAttribute('src') ?? '';
    const file = attachments.find((a) => `attachment:${a.n}` === kept);
    if (!file) continue;
    image.dataset['kept'] = kept;
    image.src = fileAddress(agency, file.file);
  }
  return page.body.innerHTML;
}

/** The editor's page as it is kept. */
export function storedHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const image of page.querySelectorAll('img')) {
    const { kept } = image.dataset;
    if (kept) image.setAttribute('src', kept);
    image.removeAttribute('data-kept');
  }
  return page.body.innerHTML;
}

/** Puts clean HTML where the caret was when the paste began. */
export function insertHtml(html: string, at: Range | null): void {
  const selection = window.getSelection();
  if (at && selection) {
    selection.removeAllRanges();
    selection.addRange(at);
  }
  document.execCommand('insertHTML', false, html);
}

/** A picture from the clipboard as markup that carries it. */
export async function pictureData(file: File): Promise<string> {
  const data = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return `<p><img alt="" src="${data.replaceAll('"', '')}"></p>`;
}
