import type { FastifyInstance, FastifyReply } from 'fastify';
import { type PrintedForm, writeFormDocx, writeFormPdf } from '#documents/forms/index.ts';
import { attachment } from '../../api/exports.ts';
import type { WebDeps } from '../../deps.ts';
import { HttpProblem } from '../../plugins/errors.ts';
import { applicationForm } from '../applyForm.ts';
import type { Keep } from './kept.ts';
import { guideOf } from './page.ts';
import type { Unit } from './unit.ts';

const KINDS = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', write: writeFormDocx, show: false },
  pdf: { type: 'application/pdf', write: writeFormPdf, show: true },
} as const satisfies Record<string, { type: string; write: (form: PrintedForm) => Promise<Uint8Array>; show: boolean }>;
type Kind = keyof typeof KINDS;

/** The application form of a unit, made once until its guide changes. */
export function registerApplyForms(server: FastifyInstance, deps: WebDeps, keep: Keep, unitAt: (code: string) => Promise<Unit>): void {
  const send = async (reply: FastifyReply, code: string, kind: Kind) => {
    const unit = await unitAt(code);
    const { type, write, show } = KINDS[kind];
    const bytes = await keep(`application form ${code} ${kind}`, async () =>
      write(applicationForm(unit.name, await guideOf(deps, unit), deps.today())),
    ).catch((cause: unknown) => {
      server.log.error(cause);
      throw new HttpProblem(503, '这种格式的申请表暂时做不出来', '请下载另一种格式，或者自己写申请，写明三项内容就行。');
    });
    attachment(reply, `${unit.name}政府信息公开申请表.${kind}`, show);
    return reply.type(type).header('cache-control', 'no-cache').send(Buffer.from(bytes));
  };
  for (const kind of Object.keys(KINDS) as Kind[])
    server.get<{ Params: { code: string } }>(`/:code/apply/form.${kind}`, { config: { rateLimit: { max: 60 } } }, (request, reply) =>
      send(reply, request.params.code, kind),
    );
}
