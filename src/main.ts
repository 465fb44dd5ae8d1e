import { run } from '#cli/run.ts';

// The only place that builds the object graph: config → store → domain → web. Commands that need no data get none.
process.exitCode = await run(process.argv.slice(2));
