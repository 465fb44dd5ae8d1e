import { parentPort } from 'node:worker_threads';
import { readReportFile } from '#documents/reading/read.ts';

/** One file to read, sent to a worker. */
export interface Job {
  readonly id: number;
  readonly file: string;
  readonly bytes: Uint8Array;
}

parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage({ id: job.id, reading: await readReportFile(job.bytes, job.file) });
});
