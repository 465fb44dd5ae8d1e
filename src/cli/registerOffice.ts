import { SYSTEM } from '#domain/people/actor.ts';
import { REGISTERS } from '#domain/registers/index.ts';
import type { Registers } from '#domain/report/compile.ts';
import { type Command, type Io, openData } from './command.ts';
import type { RegistersSource } from './compile.ts';
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

/** Everything a report is counted from, out of the running system's data. */
async function storedRegisters(io: Io): Promise<Registers> {
  const app = await openData(io);
  try {
    const agencies = await app.stores.agencies.all();
    const codes = [...new Set(agencies.map((a) => a.code))];
    const pages = await Promise.all(
      REGISTERS.map(({ key }) => app.stores.registers.list({ register: key, agencies: codes, void: 'with', size: 0 })),
    );
    const [declarations, opening] = await Promise.all([app.stores.declarations.of(codes), app.stores.openings.of(codes)]);
    return { agencies, declarations, opening, records: pages.flatMap((p) => p.records) };
  } finally {
    await app.close();
  }
}

/** `compile`, over a file where one is named, else over the running system's data. */
export function withStoredRegisters(make: (source: RegistersSource | null) => Command): Command {
  return { ...make(null), run: (args, io) => make(io.open ? () => storedRegisters(io) : null).run(args, io) };
}
