import type { FastifyInstance } from 'fastify';
import type { WebDeps } from '../deps.ts';
import type { PageCache } from '../plugins/pageCache.ts';
import type { Sessions } from '../plugins/session.ts';
import { registerAgencies } from './agencies.ts';
import { registerCalendar } from './calendar.ts';
import { registerChecks } from './checks.ts';
import { registerDeclarations } from './declarations.ts';
import { registerExports } from './exports.ts';
import { registerImports } from './imports.ts';
import { registerInspection } from './inspection.ts';
import { registerMe } from './me.ts';
import { registerOpening } from './opening.ts';
import { registerPeople } from './people.ts';
import { Api } from './pipeline.ts';
import { registerPublishing } from './publishing.ts';
import { registerRecords } from './records.ts';
import { registerRegisters } from './registers.ts';
import { registerReportActions } from './reportActions.ts';
import { registerReports } from './reports.ts';
import { registerTasks } from './tasks.ts';

/** Everything under /api/console. */
export function registerApi(server: FastifyInstance, deps: WebDeps, sessions: Sessions, cache: PageCache): Api {
  const api = new Api(server, sessions);
  registerMe(api, deps);
  registerTasks(api, deps);
  registerExports(api, deps);
  registerRegisters(api, deps);
  registerRecords(api, deps);
  registerDeclarations(api, deps);
  registerImports(api, deps);
  registerOpening(api, deps);
  registerReports(api, deps);
  registerReportActions(api, deps, cache);
  registerCalendar(api, deps);
  registerPeople(api, deps);
  registerAgencies(api, deps);
  registerChecks(api, deps);
  registerPublishing(api, deps);
  registerInspection(api, deps, server);
  return api;
}
