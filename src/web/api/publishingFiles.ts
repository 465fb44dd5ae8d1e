import { z } from 'zod';
import { cleanHtml, docxApart, PageTooLarge } from '#documents/clean/index.ts';
import { forbid, type Viewer } from '#domain/people/policy.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { readUploads, type Upload } from '../check/upload.ts';
import type { WebDeps } from '../deps.ts';
import { HttpProblem } from '../plugins/errors.ts';
import { attachment } from './exports.ts';
import { fieldsOf } from './imports.ts';
import type { Api } from './pipeline.ts';
import { itemNumber, revision } from './publishingItemInput.ts';
import { isPicture, taken } from './publishingMedia.ts';
import { answerOf } from './publishingPresent.ts';
import type { CleanAnswer } from './publishingTypes.ts';
import { agencyCode, MOST_COUNTED } from './query.ts';

const MEGABYTE = 1024 * 1024;
const BOUNDS = { files: 1, fileBytes: 30 * MEGABYTE, allBytes: 31 * MEGABYTE };
const ITEM = { agency: agencyCode, item: itemNumber };
const TARGET = z.object({ ...ITEM, basedOn: revision });
const ATTACH = TARGET.extend({
  title: z.string().max(200).default(''),
  replaces: z.coerce.number().int().min(1).max(MOST_COUNTED).optional(),
});

/** Drawn here; nobody can hand one in under this type. */
const DRAWN = 'image/svg+xml';

type Images = ReturnType<typeof cleanHtml>['images'];

/** The page with its pictures inside, as it goes to the editor or to be kept. */
function withPictures(html: string, images: Images): string {
  return images.reduce((out, i) => {
    const data = `data:${i.mediaType};base64,${Buffer.from(i.bytes).toString('base64')}`;
    return out.replaceAll(`src="${i.src}"`, `src="${data}"`);
  }, html);
}

function cleaned(html: string): CleanAnswer | Refusal {
  try {
    const page = cleanHtml(html);
    return { html: withPictures(page.html, page.images), removed: page.removed };
  } catch (e) {
    if (e instanceof PageTooLarge) return refuse(e.message);
    throw e;
  }
}

/** The one file of a form. */
export function theFile(files: readonly Upload[]): Upload {
  const [file] = files;
  if (!file) throw new HttpProblem(422, '没有收到文件，请选择一个文件。');
  if (file.tooLarge) throw new HttpProblem(413, '文件超过30 MB', '请压缩或者拆分后再上传。');
  if (file.bytes.length === 0) throw new HttpProblem(422, `“${file.name}”是空的，里面没有内容`, '请打开原文件看一看，重新导出后再上传。');
  return file;
}

async function pageOf(file: Upload): Promise<{ title: string | null; html: string } | Refusal> {
  const page = await docxApart(file.bytes);
  if (page) return { title: page.title, html: withPictures(page.html, page.images) };
  return refuse(`“${file.name}”读不出来，请用 Word 或 WPS 另存为 docx 再上传；也可以打开后复制、粘贴到正文里。`);
}

/** Files of items: cleaned pastes, Word files as pages, attachments, photos of signed papers. */
export function registerPublishingFiles(api: Api, deps: WebDeps): void {
  const { publishing } = deps;

  api.route({
    method: 'POST',
    path: '/publishing/clean',
    input: z.strictObject({ html: z.string() }),
    may: null,
    limit: 120,
    act: async ({ input }) => cleaned(input.html),
  });

  const withFile = <S extends z.ZodType>(
    path: string,
    fields: S,
    act: (viewer: Viewer, given: z.output<S>, file: Upload) => Promise<unknown>,
  ) =>
    api.route({
      method: 'POST',
      path,
      input: z.object({}),
      may: null,
      files: true,
      limit: 120,
      act: async ({ viewer, request }) => {
        const { files, fields: texts } = await readUploads(request, BOUNDS);
        const given = fieldsOf(fields, texts);
        const agency = (given as { agency: string }).agency;
        return forbid(viewer, 'draft', { agency }) ?? act(viewer, given, theFile(files));
      },
    });

  withFile('/publishing/item/docx', TARGET, async (viewer, { agency, item, basedOn }, file) => {
    const page = await pageOf(file);
    if (isRefusal(page)) return page;
    const before = await publishing.items.get(viewer, agency, item);
    if (isRefusal(before)) return before;
    const title = before.current.content.title.trim() === '' && page.title ? { title: page.title } : {};
    const saved = await publishing.items.save(viewer, agency, item, { body: page.html, ...title }, basedOn, `由“${file.name}”转成正文`);
    return isRefusal(saved) ? saved : answerOf(viewer, saved.item, saved.removed);
  });

  withFile('/publishing/item/attach', ATTACH, async (viewer, { agency, item, basedOn, title, replaces }, file) => {
    const given = { title, ...taken(file), ...(replaces && { replaces }) };
    const saved = await publishing.items.attach(viewer, agency, item, given, basedOn);
    return isRefusal(saved) ? saved : answerOf(viewer, saved);
  });

  withFile('/publishing/signed-paper', z.object(ITEM), async (viewer, { agency, item }, file) => {
    const { name, mediaType } = taken(file);
    if (!isPicture(mediaType) && mediaType !== 'application/pdf') return refuse('签批件请用照片（JPG、PNG）或者 PDF 扫描件。');
    const given = { agency, name, mediaType, visibility: 'office', register: 'items', record: item } as const;
    const kept = await deps.files.add(viewer, given, file.bytes);
    return 'refused' in kept ? kept : { id: kept.id, name: kept.name };
  });

  withFile('/publishing/paper', z.object({ agency: agencyCode }), async (viewer, { agency }, file) => {
    const { name, mediaType } = taken(file);
    if (!isPicture(mediaType) && mediaType !== 'application/pdf') return refuse('请用照片（JPG、PNG）或者 PDF 扫描件。');
    const given = { agency, name, mediaType, visibility: 'office', register: null, record: null } as const;
    const kept = await deps.files.add(viewer, given, file.bytes);
    return 'refused' in kept ? kept : { id: kept.id, name: kept.name };
  });

  api.route({
    method: 'POST',
    path: '/publishing/item/detach',
    input: z.strictObject({ ...ITEM, n: z.number().int().min(1).max(MOST_COUNTED), basedOn: revision }),
    may: ['draft', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const saved = await publishing.items.detach(viewer, i.agency, i.item, i.n, i.basedOn);
      return isRefusal(saved) ? saved : answerOf(viewer, saved);
    },
  });

  api.route({
    method: 'GET',
    path: '/publishing/file',
    input: z.object({ agency: agencyCode, id: z.string().min(1).max(64) }),
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer, reply }) => {
      const found = await deps.files.get(viewer, input.agency, input.id);
      if (!found) throw new HttpProblem(404, '没有这个文件');
      const { mediaType, name } = found.file;
      const parts: Uint8Array[] = [];
      for await (const part of found.bytes) parts.push(part);
      const shown = isPicture(mediaType) || mediaType === DRAWN;
      attachment(reply, name, shown);
      // A file from outside runs nothing, whatever it says it is.
      reply.header('content-security-policy', "default-src 'none'; sandbox").header('x-content-type-options', 'nosniff');
      return reply.type(shown ? mediaType : 'application/octet-stream').send(Buffer.concat(parts));
    },
  });
}
