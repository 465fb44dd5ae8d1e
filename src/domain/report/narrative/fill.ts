import type { Run } from '../document.ts';
import { spoken } from '../figures.ts';
import type { List } from './lists.ts';
import type { Condition, Sentence, Statement } from './template.ts';
import { figuresIn, parseSource } from './tokens.ts';

/** What a sentence is filled from. */
export interface Filling {
  /** Facts of the office and the span by name, already plain text; absent where the office has not stated them. */
  readonly facts: Readonly<Record<string, string | undefined>>;
  readonly lists: Readonly<Record<string, List>>;
  /** The value of a cell or figure, null where it is not known. */
  value(figure: string): number | null;
}

/** Why a statement is not said. */
export interface Unsaid {
  readonly figures: readonly string[];
  readonly facts: readonly string[];
}

type Verdict = 'holds' | 'fails' | Unsaid;

function unsaid(figures: readonly string[], facts: readonly string[] = []): Unsaid {
  return { figures, facts };
}

function livingEntries(list: List | undefined, filling: Filling): readonly string[] {
  return (list?.entries ?? []).filter((e) => !e.figure || filling.value(e.figure) !== 0).map((e) => e.text);
}

/** Figures of an enumeration's entries that are not known: it can't be said which of them belong in it. */
function unknownIn(list: List | undefined, filling: Filling): readonly string[] {
  return (list?.entries ?? []).flatMap((e) => (e.figure && filling.value(e.figure) === null ? [e.figure] : []));
}

function judge(condition: Condition, filling: Filling): Verdict {
  if ('fact' in condition) return filling.facts[condition.fact] === undefined ? 'fails' : 'holds';
  if ('list' in condition) {
    const unknown = unknownIn(filling.lists[condition.list], filling);
    if (unknown.length > 0) return unsaid(unknown);
    const empty = livingEntries(filling.lists[condition.list], filling).length === 0;
    return empty === (condition.is === 'empty') ? 'holds' : 'fails';
  }
  const value = filling.value(condition.figure);
  if (value === null) return unsaid([condition.figure]);
  return (value === 0) === (condition.is === 'zero') ? 'holds' : 'fails';
}

function judgeAll(sentence: Sentence, filling: Filling): Verdict {
  const verdicts = (sentence.when ?? []).map((c) => judge(c, filling));
  if (verdicts.includes('fails')) return 'fails';
  return verdicts.find((v) => typeof v === 'object') ?? 'holds';
}

const LIST = /\[\[([^\w[\]]*)(\w+)([^\w[\]]*)\]\]/g;
const FACT = /(?<!\{)\{(\w+)\}(?!\})/g;

/** The sentence with its facts and enumerations put in, numbers still as tokens; or what it lacks. */
function expand(sentence: Sentence, filling: Filling): string | Unsaid {
  const missing = [...sentence.text.matchAll(FACT)].map((m) => m[1]!).filter((name) => filling.facts[name] === undefined);
  if (missing.length > 0) return unsaid([], missing);
  const undecided = [...sentence.text.matchAll(LIST)].flatMap((m) => unknownIn(filling.lists[m[2]!], filling));
  if (undecided.length > 0) return unsaid(undecided);
  const source = sentence.text
    .replaceAll(FACT, (_, name: string) => filling.facts[name]!)
    .replaceAll(LIST, (_, before: string, name: string, after: string) => {
      const entries = livingEntries(filling.lists[name], filling);
      return entries.length === 0 ? '' : `${before}${entries.join(filling.lists[name]!.join)}${after}`;
    });
  const unknown = figuresIn(source).filter((f) => filling.value(f) === null);
  return unknown.length > 0 ? unsaid(unknown) : source;
}

/**
 * Says a statement: the source text (numbers as tokens) of its first alternative that holds, null where none does, or
 * what is missing. A figure that is not known makes the statement unsaid, never zero.
 */
export function say(statement: Statement, filling: Filling): string | Unsaid | null {
  for (const sentence of statement.alternatives) {
    const verdict = judgeAll(sentence, filling);
    if (verdict === 'fails') continue;
    return verdict === 'holds' ? expand(sentence, filling) : verdict;
  }
  return null;
}

/** A source text with its numbers put in. `unknown`: figures without a value; `stale`: words that say zero of a figure that is not. */
export function bind(source: string, value: (figure: string) => number | null): { runs: Run[]; unknown: string[]; stale: string[] } {
  const unknown: string[] = [];
  const stale: string[] = [];
  const runs = parseSource(source).map((run): Run => {
    if ('text' in run) return run;
    const n = value(run.figure);
    if (n === null) unknown.push(run.figure);
    if (run.words !== undefined && n === 0) return { figure: run.figure, text: run.words };
    if (run.words !== undefined && n !== null) stale.push(run.figure);
    return { figure: run.figure, text: n === null ? '＿' : String(spoken(run.figure, n)) };
  });
  return { runs, unknown, stale };
}
