import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { recordJson, recordTable } from '#documents/sheets/recordTable.ts';
import { writeRegisterCsv } from '#documents/writing/registerCsv.ts';
import { writeRegisterHtml } from '#documents/writing/registerHtml.ts';
import { writeRegisterXlsx } from '#documents/writing/registerXlsx.ts';
import { registerOf } from '#domain/registers/index.ts';
import { isRefusal } from '#lib/result.ts';
import { shortened } from '../check/upload.ts';
import type { WebDeps } from '../deps.ts';
import type { Api } from './pipeline.ts';
import { ROWS_QUERY, recordQuery } from './query.ts';
import { unitsOf } from './registers.ts';

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;

const EXPORT = ROWS_QUERY.extend({ format: z.enum(['xlsx', 'csv', 'json']).default('xlsx') });

const LONGEST_NAME = 150;

/** A name for a download that no header or file system can misread: RFC 5987, with a plain one for old clients. */
export function attachment(reply: FastifyReply, name: string, inline = false): void {
  const safe = shortened(name.toWellFormed().replace(/[\p{Cc}\p{Cf}"\\/:*?<>|]/gu, '_'), LONGEST_NAME);
  const ascii = safe.replace(/[^\x20-\x7e]/g, '_').replace(/[%;]/g, '_');
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  reply.header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`);
}

/** What is on screen as a file or as a 台账 on paper: the same filter, every page of it. */
export function registerExports(api: Api, deps: WebDeps): void {
  const rows = async (viewer: Parameters<WebDeps['registers']['list']>[0], input: z.output<typeof ROWS_QUERY>) =>
    deps.registers.list(viewer, { ...recordQuery(input, await unitsOf(deps, input.agency)), size: 0, page: 1 });
  const unitName = async (agency: string) => (await deps.agencies.tree()).stateOf(agency, deps.today())?.name ?? agency;

  api.route({
    method: 'GET',
    path: '/registers/:register/export',
    input: EXPORT,
    may: ['read', (i) => i.agency],
    limit: 60,
    act: async ({ input, viewer, reply }) => {
      const found = await rows(viewer, input);
      if (isRefusal(found)) return found;
      const register = registerOf(input.register);
      const { format } = input;
      const table = recordTable(register, found.records);
      attachment(reply, `${await unitName(input.agency)}${register.title}${input.year ?? ''}.${format}`);
      reply.type(TYPES[format]);
      if (format === 'json') return reply.send(`${JSON.stringify(recordJson(register, found.records), null, 1)}\n`);
      return reply.send(Buffer.from(format === 'csv' ? writeRegisterCsv(table) : await writeRegisterXlsx(table)));
    },
  });

  api.route({
    method: 'GET',
    path: '/registers/:register/print',
    input: ROWS_QUERY,
    may: ['read', (i) => i.agency],
    limit: 60,
    act: async ({ input, viewer, reply }) => {
      const found = await rows(viewer, input);
      if (isRefusal(found)) return found;
      const selection = [input.year && `${input.year}年`, input.q && `含“${input.q}”`].filter(Boolean).join(' · ');
      const head = { unit: await unitName(input.agency), ...(selection && { selection }), printedOn: deps.today() };
      // A page of its own with its own style sheet inside; it loads and runs nothing.
      reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'");
      return reply
        .type('text/html; charset=utf-8')
        .send(Buffer.from(writeRegisterHtml(recordTable(registerOf(input.register), found.records), head)));
    },
  });
}
