import { SYSTEM } from '#domain/people/actor.ts';
import { type Command, type Io, openData } from './command.ts';
import type { OpenOffice, RegisterOffice } from './import/office.ts';

/** The office as import and export see it, over the running system's data; a command on the machine acts for the system. */
async function registerOffice(io: Io): Promise<RegisterOffice> {
  const app = await openData(io);
  return {
    registers: app.stores.registers,
    mappings: app.mappings,
    agencies: () => app.stores.agencies.all(),
    actor: { ...SYSTEM, name: '命令行' },
    today: app.today(),
    close: app.close,
  };
}

/** A command over the registers, given the running system's data when it runs. */
export function withRegisters(make: (open: OpenOffice) => Command): Command {
  const closed = make(() => Promise.reject(new Error('not running')));
  return { ...closed, run: (args, io) => make(() => registerOffice(io)).run(args, io) };
}
