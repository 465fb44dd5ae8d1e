import { compileHere } from './engine.ts';
import type { Answer, Job } from './messages.ts';

// A process of its own: a fault in native code ends it and not the application, a document that takes too long can really be stopped,
// and its memory goes back when it ends. It ends by itself when the application does.

function answer(message: Answer): void {
  process.send?.(message);
}

process.on('disconnect', () => process.exit(0));
process.on('message', (job: Job) => {
  try {
    answer({ id: job.id, pdf: compileHere(job) });
  } catch (fault) {
    answer({ id: job.id, fault: fault instanceof Error ? fault.message : String(fault) });
  }
});
