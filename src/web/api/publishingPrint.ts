import { z } from 'zod';
import {
  approvalForm,
  attributeForm,
  type CountyItem,
  countyCopy,
  countyPackage,
  countyXlsx,
  deliveryForm,
  type PrintedForm,
  secrecyForm,
  writeFormHtml,
  writeFormPdf,
} from '#documents/forms/index.ts';
import type { Viewer } from '#domain/people/policy.ts';
import type { ColumnNode } from '#domain/publishing/columns.ts';
import { attachmentsOf } from '#domain/publishing/content.ts';
import type { ItemView } from '#domain/publishing/service/index.ts';
import { VALIDITY_NAMES, validityOn } from '#domain/publishing/validity.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import { attachment } from './exports.ts';
import type { Api } from './pipeline.ts';
import { itemNumber } from './publishingItemInput.ts';
import { agencyCode } from './query.ts';

const FORMS = { approval: approvalForm, secrecy: secrecyForm, attribute: attributeForm } as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FORMAT = z.enum(['html', 'pdf']).default('html');
const MOST_ITEMS = 100;
const MOST_BYTES = 200 * 1024 * 1024;
/** A page of its own with its own style sheet inside; it loads and runs nothing. */
const PRINT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

function named(nodes: readonly ColumnNode[], id: string): string {
  for (const n of nodes) {
    const found = n.id === id ? n.label : named(n.children, id);
    if (found) return found;
  }
  return '';
}

/** Printed forms of an item, and what is carried over to the county's site: text in its order, ZIP, sheet. */
export function registerPublishingPrint(api: Api, deps: WebDeps): void {
  const { publishing } = deps;
  const unitName = async (agency: string) => (await deps.agencies.tree()).stateOf(agency, deps.today())?.name ?? agency;

  async function countyItem(viewer: Viewer, view: ItemView): Promise<CountyItem> {
    const { life, current } = view;
    const { content } = current;
    const tree = await publishing.items.columns(life.agency);
    const ends = {
      effectiveOn: content.effectiveOn,
      validUntil: content.validUntil,
      endedOn: life.public === 'abolished' ? life.endedOn : null,
    };
    const attachments: { name: string; bytes: Uint8Array }[] = [];
    for (const a of attachmentsOf(view.attachments, life.version)) {
      const found = await deps.files.get(viewer, life.agency, a.file);
      if (!found) continue;
      const parts: Uint8Array[] = [];
      for await (const part of found.bytes) parts.push(part);
      attachments.push({ name: a.name, bytes: Buffer.concat(parts) });
    }
    const columnName = content.column ? named(tree, content.column) : '';
    return { file: view, columnName, validity: VALIDITY_NAMES[validityOn(ends, deps.today())], attachments };
  }

  async function countyItems(viewer: Viewer, agency: string, numbers: readonly string[]): Promise<CountyItem[] | Refusal> {
    const out: CountyItem[] = [];
    let bytes = 0;
    for (const number of numbers) {
      const view = await publishing.items.get(viewer, agency, number);
      if (isRefusal(view)) return view;
      bytes += attachmentsOf(view.attachments, view.life.version).reduce((n, a) => n + a.size, 0);
      if (bytes > MOST_BYTES) return refuse('所选信息的附件合计超过200 MB，请分几次下载。');
      out.push(await countyItem(viewer, view));
    }
    return out;
  }

  const print = async (reply: Parameters<typeof attachment>[0], form: PrintedForm, format: 'html' | 'pdf') => {
    if (format === 'pdf') {
      const pdf = await writeFormPdf(form);
      attachment(reply, `${form.title}${form.number ? `（${form.number.replace(/[\\/]/g, '-')}）` : ''}.pdf`, true);
      return reply.type('application/pdf').send(Buffer.from(pdf));
    }
    return reply
      .header('content-security-policy', PRINT_POLICY)
      .type('text/html; charset=utf-8')
      .send(Buffer.from(writeFormHtml(form)));
  };

  api.route({
    method: 'GET',
    path: '/publishing/item/print',
    input: z.object({ agency: agencyCode, item: itemNumber, form: z.enum(['approval', 'secrecy', 'attribute']), format: FORMAT }),
    may: ['read', (i) => i.agency],
    limit: 60,
    act: async ({ input, viewer, reply }) => {
      const view = await publishing.items.get(viewer, input.agency, input.item);
      if (isRefusal(view)) return view;
      const tree = await publishing.items.columns(input.agency);
      const context = { unit: await unitName(input.agency), printedOn: deps.today(), columnName: (id: string) => named(tree, id) };
      return print(reply, FORMS[input.form](view, context), input.format);
    },
  });

  api.route({
    method: 'GET',
    path: '/publishing/delivery/print',
    input: z.object({ agency: agencyCode, id: z.string().min(1).max(64), format: FORMAT }),
    may: ['read', (i) => i.agency],
    limit: 60,
    act: async ({ input, viewer, reply }) => {
      const list = await publishing.entries.list(viewer, [input.agency], 'delivery');
      if (isRefusal(list)) return list;
      const found = list.find((e) => e.id === input.id);
      if (!found) return refuse('没有找到这份移交清单，请刷新。');
      return print(reply, deliveryForm(found.body, { unit: await unitName(input.agency), printedOn: deps.today() }), input.format);
    },
  });

  api.route({
    method: 'GET',
    path: '/publishing/item/county',
    input: z.object({ agency: agencyCode, item: itemNumber }),
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const found = await countyItems(viewer, input.agency, [input.item]);
      return isRefusal(found) ? found : countyCopy(found[0]!);
    },
  });

  api.route({
    method: 'GET',
    path: '/publishing/county',
    input: z.object({
      agency: agencyCode,
      items: z.string().max(20_000),
      format: z.enum(['zip', 'xlsx']),
    }),
    may: ['read', (i) => i.agency],
    limit: 60,
    act: async ({ input, viewer, reply }) => {
      const numbers = [...new Set(input.items.split(',').filter((n) => n !== ''))];
      if (numbers.length === 0 || numbers.length > MOST_ITEMS) return refuse(`请选择1至${MOST_ITEMS}条信息。`);
      const found = await countyItems(viewer, input.agency, numbers);
      if (isRefusal(found)) return found;
      const name = found.length === 1 ? found[0]!.file.current.content.title : `${deps.today()}信息${found.length}条`;
      attachment(reply, `${name || '信息'}.${input.format}`);
      if (input.format === 'xlsx') return reply.type(XLSX).send(Buffer.from(await countyXlsx(found)));
      return reply.type('application/zip').send(Buffer.from(await countyPackage(found)));
    },
  });
}
