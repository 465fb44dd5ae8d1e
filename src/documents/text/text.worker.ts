import { parentPort } from 'node:worker_threads';
import { extractHere } from './extract.ts';

// Reads one file and ends: `index.ts` starts it and stops it when it takes too long.
parentPort?.once('message', async (job: { bytes: Uint8Array; name: string }) => {
  parentPort?.postMessage(await extractHere(job.bytes, job.name));
});
