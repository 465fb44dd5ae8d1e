import type { Application } from '#domain/application.ts';

/** A site that answers. */
export interface Running {
  /** `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Lets requests under way end, then stops. */
  close(): Promise<void>;
}

/** What the program itself hands to the commands that serve: whose data, where they lie, and how to answer. */
export interface Host {
  /** The absolute folder of the office's data or of the demo's. */
  folder(data: 'office' | 'demo'): string;
  /** Where the site is asked to answer: `http://127.0.0.1:8080`. */
  readonly address: string;
  /** The demo's key to opening its data; the office's is `Io.open`. */
  openDemo(): Promise<Application>;
  /** Starts to answer; `nextPort`: where the port is taken, the next free one. */
  listen(app: Application, options: { readonly demo: boolean; readonly nextPort: boolean }): Promise<Running>;
  /** Makes our own pages without answering to anybody: for commands that look at them. */
  pages(app: Application): Promise<{ close(): Promise<void> }>;
  /** Resolves when the program is asked to stop (SIGINT, SIGTERM, SIGHUP). */
  stopped(): Promise<void>;
}
