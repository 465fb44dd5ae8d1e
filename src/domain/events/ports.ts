/** What a walk over an agency's chain found. */
export interface ChainReport {
  readonly agency: string;
  readonly events: number;
  readonly intact: boolean;
  /** The first event that does not fit, and why; null when all fit. */
  readonly broken: { readonly seq: number; readonly why: string } | null;
}

/** The history of all changes: a hash chain per agency. */
export interface EventLog {
  verify(agency: string): Promise<ChainReport>;
  agencies(): Promise<readonly string[]>;
}
