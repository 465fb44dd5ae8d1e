/** Why a file could not be read as an annual report. */
export type UnreadableReason = 'scanned' | 'encrypted' | 'broken' | 'notAReport' | 'tooLarge' | 'unsupported';

/** A file that could not be read: a value, so that one broken file never stops the others. */
export interface Unreadable {
  readonly readable: false;
  readonly why: UnreadableReason;
  /** In Chinese: what is wrong and what to do. */
  readonly message: string;
}

export function unreadable(why: UnreadableReason, message: string): Unreadable {
  return { readable: false, why, message };
}

export function isUnreadable(value: unknown): value is Unreadable {
  return typeof value === 'object' && value !== null && 'readable' in value && value.readable === false;
}
