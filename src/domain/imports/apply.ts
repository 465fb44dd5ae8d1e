import type { Actor } from '#domain/people/actor.ts';
import { isSaveRefusal, type RegisterStore } from '#domain/registers/ports.ts';
import type { RegisterRecord } from '#domain/registers/record.ts';
import type { RegisterKey } from '#domain/registers/register.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import { planImport } from './import.ts';
import { type ImportMappings, type KeptMapping, toKept } from './mapping.ts';
import type { ImportFinding, ImportPlan } from './plan.ts';
import type { ImportRequest } from './request.ts';
import type { SheetGrid } from './sheet.ts';

/** What a person decides of an import; the rest is looked up. */
export type ImportWish = Omit<ImportRequest, 'existing' | 'kept'> & {
  /** A mapping given now; it goes before the one kept for this form of sheet. */
  readonly mapping: KeptMapping | null;
};

/** Where an import reads and writes. */
export interface ImportPorts {
  readonly registers: RegisterStore;
  readonly mappings: ImportMappings;
}

/** The dry run over what the registers hold now and the mappings the office has confirmed. Saves nothing. */
export async function prepareImport(sheets: readonly SheetGrid[], wish: ImportWish, ports: ImportPorts): Promise<ImportPlan | Refusal> {
  const keys: RegisterKey[] = wish.register === 'items' ? ['items', 'publications'] : [wish.register];
  const existing: RegisterRecord[] = [];
  for (const register of keys) {
    const page = await ports.registers.list({ register, agencies: [wish.agency], size: 0, void: 'with' });
    existing.push(...page.records);
  }
  const kept = await ports.mappings.of(wish.agency, wish.register);
  return planImport(sheets, { ...wish, existing, kept: wish.mapping ? [wish.mapping, ...kept] : kept });
}

/** An import that was not saved: nothing of it was. */
export interface ImportRefusal extends Refusal {
  readonly problems: readonly ImportFinding[];
}

/**
 * Saves a plan whole and keeps its mappings, or saves nothing: a plan with errors, and one the registers have meanwhile
 * outrun, is refused with the lines concerned.
 */
export async function applyImport(plan: ImportPlan, ports: ImportPorts, by: Actor): Promise<readonly RegisterRecord[] | ImportRefusal> {
  if (plan.errors.length > 0) {
    return { ...refuse(`有${plan.errors.length}处要改，一行也没有导入`), problems: plan.errors };
  }
  const saved =
    plan.drafts.length === 0
      ? []
      : await ports.registers.saveMany(
          plan.drafts.map((d) => d.draft),
          by,
          `导入“${plan.file}”`,
        );
  if (isSaveRefusal(saved)) {
    const problems = saved.problems.map((p): ImportFinding => {
      const { sheet, row } = plan.drafts[p.index]!;
      const value = p.number ?? null;
      return { sheet, row, column: null, columnLetter: null, header: null, value, what: p.what, fix: p.fix };
    });
    return { refused: saved.refused, basis: saved.basis, problems };
  }
  for (const { mapping } of plan.sheets) await ports.mappings.keep(plan.agency, toKept(mapping), by);
  return saved;
}
