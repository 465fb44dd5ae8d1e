import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { REPORT_FORMATS } from '#documents/writing/index.ts';
import { figureLabel } from '#domain/report/figures.ts';
import type { ReportVersion } from '#domain/report/ports.ts';
import { attachment } from '../api/exports.ts';
import { DOCUMENT_POLICY } from '../api/reports.ts';
import type { WebDeps } from '../deps.ts';
import { HttpProblem } from '../plugins/errors.ts';
import { stamp } from '../portal/content/unit.ts';
import type { Portal } from '../portal/portal.ts';
import { figureView } from './figureView.ts';
import { isFormat, ReportFiles } from './files.ts';
import { homeView, reportsView, unitView } from './lists.ts';
import { notesOf } from './notes.ts';
import { publicFigure } from './publicFigure.ts';
import { newestLines, publishedUnit, publishedUnits } from './published.ts';
import { reportView } from './reportView.ts';

interface Address {
  readonly code: string;
  readonly year: string;
}
type Version = { readonly version?: string };

const HOME = { label: '首页', href: '/' };
const REPORTS = { label: '政府信息公开年报', href: '/reports' };

/** What the public reads: units, their published reports, each figure's page, the five files. */
export function registerReportPages(server: FastifyInstance, deps: WebDeps, portal: Portal): void {
  const files = new ReportFiles();

  const send = async (request: FastifyRequest, reply: FastifyReply, key: string, make: () => Promise<string | null>) => {
    if (!(await portal.sendPage(request, reply, key, make))) throw new HttpProblem(404, '没有这个页面');
    return reply;
  };

  /** The version asked for among the published ones, and all of them; the latest unless one is named. */
  const found = async ({ code, year }: Address, wanted: string | undefined) => {
    if (!/^[a-z][a-z0-9-]{0,30}$/.test(code) || !/^20\d\d$/.test(year)) return null;
    const versions = await deps.reports.published(code, Number(year));
    const version = wanted === undefined ? versions.at(-1) : versions.find((v) => String(v.version) === wanted);
    return version ? { version, versions } : null;
  };
  const unitOptions = (version: ReportVersion) => {
    const { unit } = version.frozen.document;
    return {
      unit: { code: version.agency, name: unit.name, shortName: unit.shortName },
      current: 'reports',
      column: '政府信息公开年报',
    } as const;
  };
  const unitCrumb = (version: ReportVersion) => ({ label: version.frozen.document.unit.name, href: `/${version.agency}/reports` });

  server.get('/', async (request, reply) =>
    send(request, reply, 'home', async () =>
      portal.render(
        request,
        { title: '政府信息公开专栏', current: 'home', feed: '/feed.atom' },
        homeView(await publishedUnits(deps), await newestLines(deps), portal.site().organiser),
      ),
    ),
  );

  server.get('/reports', async (request, reply) =>
    send(request, reply, 'reports', async () =>
      portal.render(
        request,
        { title: '政府信息公开年报', current: 'reports', column: '政府信息公开年报', crumbs: [HOME, { label: REPORTS.label }] },
        reportsView(await publishedUnits(deps)),
      ),
    ),
  );

  server.get<{ Params: { code: string } }>('/:code/reports', async (request, reply) =>
    send(request, reply, `unit ${request.params.code}`, async () => {
      const unit = await publishedUnit(deps, request.params.code);
      if (!unit) return null;
      const crumbs = [HOME, REPORTS, { label: unit.name }];
      return portal.render(
        request,
        { title: `${unit.name}政府信息公开年报`, unit, current: 'reports', column: '政府信息公开年报', crumbs },
        unitView(unit),
      );
    }),
  );

  server.get<{ Params: Address; Querystring: Version }>('/:code/reports/:year', async (request, reply) => {
    const { code, year } = request.params;
    return send(request, reply, `report ${code} ${year} ${request.query.version ?? ''}`, async () => {
      const report = await found(request.params, request.query.version);
      if (!report) return null;
      const { version, versions } = report;
      const unit = await publishedUnit(deps, code);
      const others = (unit?.reports ?? []).map((r) => r.year).filter((y) => y !== version.year);
      return portal.render(
        request,
        {
          ...unitOptions(version),
          title: version.frozen.document.title,
          styles: ['report.css'],
          crumbs: [HOME, REPORTS, unitCrumb(version), { label: `${year}年` }],
          meta: {
            ArticleTitle: version.frozen.document.title,
            PubDate: stamp(version.publishedAt ?? version.submittedAt),
            ContentSource: version.frozen.document.signedBy,
          },
        },
        reportView({
          version,
          versions,
          base: `/${code}/reports/${year}`,
          others,
          label: figureLabel,
          notes: await notesOf(deps, code, version.year),
        }),
      );
    });
  });

  server.get<{ Params: Address & { '*': string }; Querystring: Version }>('/:code/reports/:year/figures/*', async (request, reply) => {
    const { code, year } = request.params;
    const key = request.params['*'];
    return send(request, reply, `figure ${code} ${year} ${request.query.version ?? ''} ${key}`, async () => {
      const report = await found(request.params, request.query.version);
      const figure = report && (await publicFigure(deps, report.version, key));
      if (!figure) return null;
      const { title } = report.version.frozen.document;
      const href = `/${code}/reports/${year}${request.query.version ? `?version=${report.version.version}` : ''}`;
      const crumbs = [HOME, REPORTS, unitCrumb(report.version), { label: `${year}年`, href }, { label: figure.label }];
      return portal.render(
        request,
        { ...unitOptions(report.version), title: `${figure.label} - ${title}`, styles: ['report.css'], crumbs },
        figureView(figure, { title, href }),
      );
    });
  });

  server.get<{ Params: Address & { format: string }; Querystring: Version }>(
    '/:code/reports/:year/files/:format',
    { config: { rateLimit: { max: 120 } } },
    async (request, reply) => {
      const { format } = request.params;
      const report = await found(request.params, request.query.version);
      if (!report || !isFormat(format)) throw new HttpProblem(404, '没有这个文件');
      const bytes = await files.file(report.version, format);
      attachment(reply, `${report.version.frozen.document.title}.${format}`, format === 'html');
      if (format === 'html') reply.header('content-security-policy', DOCUMENT_POLICY);
      reply.header('cache-control', 'public, max-age=300');
      return reply.type(REPORT_FORMATS[format].mediaType).send(Buffer.from(bytes));
    },
  );
}
