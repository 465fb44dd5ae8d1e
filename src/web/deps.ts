import type { Application } from '#domain/application.ts';
import type { Site } from './portal/layout.ts';

/** What the pages and the api work with: the opened application, and how the site presents itself. */
export interface WebDeps extends Application {
  readonly site: () => Site;
}
