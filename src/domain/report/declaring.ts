import { type Day, parseDay } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import type { AgencyStore } from '../agencies/ports.ts';
import { agencyTree } from '../agencies/tree.ts';
import type { FactStore } from '../facts/ports.ts';
import { actorOf, type Forbidden, forbid, type Viewer } from '../people/policy.ts';
import { DECLARED_REGISTERS, registerOf } from '../registers/all.ts';
import { coverageOf } from '../registers/coverage.ts';
import type { Declaration } from '../registers/declaration.ts';
import type { RegisterStore } from '../registers/ports.ts';
import type { RegisterKey } from '../registers/register.ts';
import type { DeclarationStore } from './ports.ts';

/** What is still to be declared: `propose` is `kept` where there are records, null where a person must decide. */
export interface Undeclared {
  readonly register: RegisterKey;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly hasRecords: number;
  readonly propose: 'kept' | null;
}

/** Declarations of an organ: kept · 零报告 · not kept. */
export interface Declaring {
  of(viewer: Viewer, agency: string): Promise<readonly Declaration[] | Forbidden>;
  declare(viewer: Viewer, wanted: Pick<Declaration, 'agency' | 'register' | 'from' | 'to' | 'state'>): Promise<Declaration | Refusal>;
  withdraw(viewer: Viewer, wanted: Pick<Declaration, 'agency' | 'register' | 'from' | 'to'>): Promise<Refusal | null>;
  missing(viewer: Viewer, agency: string, from: Day, to: Day): Promise<readonly Undeclared[] | Forbidden>;
}

export interface DeclaringPorts {
  readonly agencies: AgencyStore;
  readonly declarations: DeclarationStore;
  readonly registers: RegisterStore;
  readonly facts: FactStore;
  readonly today: () => Day;
}

function wrong(w: Pick<Declaration, 'register' | 'from' | 'to'>): Refusal | null {
  if (!DECLARED_REGISTERS.includes(w.register)) return refuse('这本登记簿不需要申报。');
  if (!parseDay(w.from) || !parseDay(w.to)) return refuse('申报的起止日期须写成“年-月-日”，如 2023-01-01。');
  return w.to < w.from ? refuse('申报的止日早于起日，请核对。') : null;
}

/** 零报告 over days for which something is counted would be a false statement. */
async function contradicted(
  { facts }: DeclaringPorts,
  w: Pick<Declaration, 'agency' | 'register' | 'from' | 'to'>,
): Promise<Refusal | null> {
  const registers: RegisterKey[] = w.register === 'items' ? ['items', 'publications'] : [w.register];
  const counted = await facts.facts({ agency: w.agency, asOf: null, registers, from: w.from, to: w.to });
  const numbers = [...new Set(counted.map((f) => f.record))];
  if (numbers.length === 0) return null;
  const { title, countWord } = registerOf(w.register);
  const some = numbers.slice(0, 5).join('、');
  return refuse(
    `${title}在${w.from}至${w.to}期间已有 ${numbers.length} ${countWord}登记（${some}${numbers.length > 5 ? '……' : ''}），不能作零报告。请申报“登记齐全”，或先更正登记。`,
    'OGIR2019 50',
  );
}

/** Declarations over their store. */
export function declaringOver(ports: DeclaringPorts): Declaring {
  const { agencies, declarations, registers, today } = ports;
  return {
    async of(viewer, agency) {
      return forbid(viewer, 'read', { agency }) ?? (await declarations.of([agency]));
    },
    async declare(viewer, wanted) {
      const refused = forbid(viewer, 'declare', wanted) ?? wrong(wanted);
      if (refused) return refused;
      if (wanted.state !== 'notKept' && wanted.from > today()) return refuse('还没有到的日子不能申报。');
      const contradiction = wanted.state === 'nil' ? await contradicted(ports, wanted) : null;
      if (contradiction) return contradiction;
      const declaration: Declaration = { ...wanted, by: viewer.name, on: today() };
      await declarations.declare(declaration, actorOf(viewer));
      return declaration;
    },
    async withdraw(viewer, w) {
      const refused = forbid(viewer, 'declare', w) ?? wrong(w);
      if (refused) return refused;
      await declarations.withdraw(w.agency, w.register, w.from, w.to, actorOf(viewer));
      return null;
    },
    async missing(viewer, agency, from, to) {
      const refused = forbid(viewer, 'read', { agency });
      if (refused) return refused;
      const tree = agencyTree(await agencies.all());
      const units = tree.codes.filter((code) => tree.organOf(code, to) === agency);
      const coverage = coverageOf(await declarations.of(tree.codes), tree, agency, from, to);
      const spans = coverage.flatMap((c) => c.missing.map((m) => ({ register: c.register, ...m })));
      return Promise.all(
        spans.map(async (span): Promise<Undeclared> => {
          const counts = await registers.countIn(units, span.from, span.to);
          const hasRecords = (counts.get(span.register) ?? 0) + (span.register === 'items' ? (counts.get('publications') ?? 0) : 0);
          return { ...span, title: registerOf(span.register).title, hasRecords, propose: hasRecords > 0 ? 'kept' : null };
        }),
      );
    },
  };
}
