import { SYSTEM } from '#domain/people/actor.ts';
import { isSaveRefusal } from '#domain/registers/ports.ts';
import { openApplication } from '../../application.ts';
import { configFrom } from '../../config.ts';

// A program for tests: imports batch after batch into a data folder until it is killed, naming each batch that was kept.
const [data = '', from = '0', size = '20'] = process.argv.slice(2);
const app = await openApplication(configFrom({ GONGKAI_DATA: data }));
process.stdout.write('ready\n');
for (let batch = Number(from); ; batch++) {
  const drafts = Array.from({ length: Number(size) }, (_, i) => ({
    register: 'tickets' as const,
    agency: 'cyz',
    number: `B${batch}-${i}`,
    origin: 'import' as const,
    values: { receivedOn: '2023-03-01', closedOn: '2023-03-05', callerName: `来电人${i}`, title: `第${batch}批` },
  }));
  const saved = await app.stores.registers.saveMany(drafts, SYSTEM, '导入');
  if (isSaveRefusal(saved)) throw new Error(saved.refused);
  process.stdout.write(`kept ${batch}\n`);
}
