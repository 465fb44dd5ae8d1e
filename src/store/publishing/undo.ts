import type { Refusal } from '#lib/result.ts';
import type { Database, Tx } from '../database.ts';

/** Thrown inside a transaction to undo it whole; the door turns it into the refusal it carries. */
export class Undone extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/** One transaction: its answer, or nothing written and the refusal that undid it. */
export async function undoable<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T | Refusal> {
  try {
    return await database.write(work);
  } catch (fault) {
    if (fault instanceof Undone) return fault.refusal;
    throw fault;
  }
}
