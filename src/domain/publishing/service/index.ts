import type { Viewer } from '#domain/people/policy.ts';
import { type PublishingDeps, type PublishingPorts, publishingContext } from './context.ts';
import { runDue } from './due.ts';
import { entryService } from './entries.ts';
import { interpretationService } from './interpretations.ts';
import { itemService } from './items.ts';
import { normativeService } from './normative.ts';
import { outsideService } from './outside.ts';
import { publicService } from './public.ts';
import { submissionService } from './submissions.ts';
import { publishingTasks } from './tasks.ts';
import { unitService } from './units.ts';
import { versionService } from './versions.ts';

export type { PublishingDeps, PublishingPorts } from './context.ts';
export type { ItemView, NewAttachment } from './items.ts';
export type { PublicItem } from './public.ts';
export type { PublishingTask } from './tasks.ts';

/** Everything publishing does, with permissions asked first. Answers are plain values; what a rule forbids is a refusal. */
export function publishingService(ports: PublishingPorts, deps: PublishingDeps) {
  const context = publishingContext(ports, deps);
  const items = itemService(context);
  const units = unitService(context);
  return {
    items,
    versions: versionService(context),
    outside: outsideService(context, items),
    entries: entryService(context),
    normative: normativeService(context, items),
    interpretations: interpretationService(context, items),
    submissions: submissionService(context, items),
    public: publicService(context),
    tasks: (viewer: Viewer, agencies: readonly string[]) => publishingTasks(context, viewer, agencies),
    /** How the units of an agency stand with what they owe the public. */
    units: units.under,
    /** Reads beforehand how units stand that changed since. */
    keepUnits: units.keep,
    /** What has fallen due by itself: scheduled publications, validities that ended. */
    runDue: () => runDue(context, items),
  };
}

export type PublishingService = ReturnType<typeof publishingService>;
