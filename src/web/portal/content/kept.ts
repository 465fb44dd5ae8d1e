import type { WebDeps } from '../../deps.ts';

const AGE_MS = 60_000;
/** Whoever asks for what there is none of, under ever new names, shall not fill the memory. */
const MOST = 5000;

/** Answers kept until something public changes, or for a minute: dates move on by themselves. */
class Kept {
  #answers = new Map<string, Promise<unknown>>();
  #since = Date.now();

  clear(): void {
    this.#answers = new Map();
    this.#since = Date.now();
  }

  get<T>(key: string, ask: () => Promise<T>): Promise<T> {
    if (Date.now() - this.#since > AGE_MS || this.#answers.size >= MOST) this.clear();
    const answers = this.#answers;
    const found = answers.get(key) as Promise<T> | undefined;
    if (found) return found;
    const asked = ask();
    answers.set(key, asked);
    asked.catch(() => answers.delete(key));
    return asked;
  }
}

/** Gives what is kept under a name, made by `make` when it is not. */
export type Keep = <T>(name: string, make: () => Promise<T>) => Promise<T>;

/** What the pages share besides what each is about (units, columns, guides, counts, choices), asked of the database once until it changes. */
export function keptDeps(deps: WebDeps): { readonly deps: WebDeps; readonly keep: Keep; clear(): void } {
  const kept = new Kept();
  const { entries } = deps.stores;
  const { catalogue } = deps;
  return {
    clear: () => kept.clear(),
    keep: (name, make) => kept.get(name, make),
    deps: {
      ...deps,
      agencies: { ...deps.agencies, tree: () => kept.get('tree', () => deps.agencies.tree()) },
      settings: { ...deps.settings, get: (agency, key) => kept.get(`setting ${agency} ${key}`, () => deps.settings.get(agency, key)) },
      catalogue: {
        ...catalogue,
        list: async (query, offset, limit) => {
          const total = kept.get(`total ${JSON.stringify(query)}`, () => catalogue.count(query));
          const lines = catalogue.page(query, offset, limit);
          return { total: await total, lines: await lines };
        },
        counts: (agency) => kept.get(`counts ${agency}`, () => catalogue.counts(agency)),
        choices: (query) => kept.get(`choices ${JSON.stringify(query)}`, () => catalogue.choices(query)),
      },
      stores: {
        ...deps.stores,
        entries: {
          ...entries,
          get: (agency, kind, id) => kept.get(`entry ${agency} ${kind} ${id}`, () => entries.get(agency, kind, id)),
          list: (agencies, kind, removed) =>
            kept.get(`entries ${agencies.join()} ${kind} ${removed}`, () => entries.list(agencies, kind, removed)),
        },
      },
    },
  };
}
