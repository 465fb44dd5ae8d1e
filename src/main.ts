import { consoleIo, run } from '#cli/run.ts';

// The only place that builds the object graph: config → store → domain → web. A command that needs no data never opens any.
const open = async () => {
  const [{ readConfig }, { openApplication }] = await Promise.all([import('./config.ts'), import('./application.ts')]);
  return openApplication(readConfig(), { say: (text) => void process.stderr.write(text) });
};

const host = async () => {
  const [{ readConfig }, { hostOver }] = await Promise.all([import('./config.ts'), import('./host.ts')]);
  return hostOver(readConfig());
};

process.exitCode = await run(process.argv.slice(2), { ...consoleIo(), open, host });
