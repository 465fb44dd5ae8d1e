import { parentPort } from 'node:worker_threads';
import { readHere } from './formats.ts';

// Reads one file at a time for `pool.ts`, in a thread that can be ended.
parentPort?.on('message', async (job: { bytes: Uint8Array; name: string }) => {
  parentPort?.postMessage(await readHere(job.bytes, job.name));
});
