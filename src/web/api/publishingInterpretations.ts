import { z } from 'zod';
import { drawPicture, pictureText } from '#documents/forms/index.ts';
import { type Picture, readBody } from '#domain/publishing/entries/entry.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { Api } from './pipeline.ts';
import { answerOf } from './publishingPresent.ts';
import type { PictureAnswer } from './publishingTypes.ts';
import { agencyCode, recordNumber } from './query.ts';

const OF = { agency: agencyCode, document: recordNumber };

const drawn = (picture: Picture) => ({ svg: drawPicture(picture), text: pictureText(picture) });

/** 政策解读 and 图解: begun from the document, drawn from a small form. */
export function registerPublishingInterpretations(api: Api, deps: WebDeps): void {
  const { interpretations, entries } = deps.publishing;

  api.route({
    method: 'POST',
    path: '/publishing/interpretation/draft',
    input: z.strictObject({ ...OF, form: z.enum(['text', 'questions']) }),
    may: ['draft', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const item = await interpretations.draft(viewer, i.agency, i.document, i.form);
      return isRefusal(item) ? item : answerOf(viewer, item);
    },
  });

  api.route({
    method: 'POST',
    path: '/publishing/interpretation/link',
    input: z.strictObject({ ...OF, form: z.enum(['text', 'questions', 'picture']), item: z.string().trim().min(1).max(100) }),
    may: ['write', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const item = await interpretations.link(viewer, i.agency, i.document, i.form, i.item);
      return isRefusal(item) ? item : answerOf(viewer, item);
    },
  });

  api.route({
    method: 'POST',
    path: '/publishing/picture/preview',
    input: z.strictObject({ agency: agencyCode, body: z.unknown() }),
    may: ['read', (i) => i.agency],
    act: async ({ input }): Promise<PictureAnswer | Refusal> => {
      const body = readBody('picture', input.body);
      return isRefusal(body) ? body : drawn(body);
    },
  });

  api.route({
    method: 'POST',
    path: '/publishing/picture/show',
    input: z.strictObject({ ...OF, id: z.string().min(1).max(64) }),
    may: ['draft', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const list = await entries.list(viewer, [i.agency], 'picture');
      if (isRefusal(list)) return list;
      const entry = list.find((e) => e.id === i.id);
      if (!entry) return refuse('没有找到这份图解，请刷新后再试。');
      const item = await interpretations.show(viewer, i.agency, i.document, entry, drawn(entry.body));
      return isRefusal(item) ? item : answerOf(viewer, item);
    },
  });
}
