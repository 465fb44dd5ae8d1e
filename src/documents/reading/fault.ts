import type { UnreadableReason } from './unreadable.ts';

/** Thrown inside a reader to stop it on purpose; the door turns it into an `Unreadable`. The message is for people. */
export class ReadingStopped extends Error {
  readonly why: UnreadableReason;

  constructor(why: UnreadableReason, message: string) {
    super(message);
    this.why = why;
  }
}
