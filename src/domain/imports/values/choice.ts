import type { Choice, Field } from '#domain/registers/register.ts';
import type { SheetCell } from '../sheet.ts';
import { notAnOutcome, rowsOfWord, saysOpen } from './outcomeWords.ts';
import { type Parsed, problem, squeeze } from './parsed.ts';
import { remembered } from './remembered.ts';

const SHOWN = 8;

/** The word itself: without numbering (1. （一） 一、), quotes, full stops. */
const word = remembered((text: string): string =>
  squeeze(text)
    .replace(/^([(（]?[一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]、|\d{1,2}[.、](?!\d))/, '')
    .replace(/["'“”‘’《》。;；,，:：*]/g, ''),
);

function namesOf(choice: Choice): string[] {
  return [choice.value, choice.label, ...(choice.synonyms ?? [])].map((name) => word(name));
}

/** The choice a word names exactly, by its label, its key or a word an office uses for it; null when none or several. */
export function choiceNamed(choices: readonly Choice[], text: string): Choice | null {
  const wanted = word(text);
  const byLabel = choices.filter((choice) => word(choice.label) === wanted || choice.value === wanted);
  if (byLabel.length === 1) return byLabel[0]!;
  const byName = choices.filter((choice) => namesOf(choice).includes(wanted));
  return byName.length === 1 ? byName[0]! : null;
}

/** Choices a text may mean: the whole text, else a part of it (不予公开（国家秘密）), else a name within it. */
function candidates(field: Field, text: string): readonly Choice[] {
  const choices = field.choices ?? [];
  const isOutcome = field.key === 'outcome';
  const rows = (of: string) => (isOutcome ? rowsOfWord(word(of)) : []);
  const ofRows = (keys: readonly string[]) => choices.filter((choice) => keys.includes(choice.value));
  const whole = rows(text);
  if (whole.length > 1) return ofRows(whole);
  const named = choiceNamed(choices, text);
  if (named) return [named];
  if (whole.length === 1) return ofRows(whole);
  const parts = text.split(/[()（）、,，;；:：/—–\-\n]+/).filter((part) => part.trim() !== '');
  const found = parts.flatMap((part) => choiceNamed(choices, part) ?? (rows(part).length === 1 ? ofRows(rows(part)) : []));
  if (found.length > 0) return [...new Set(found)];
  const wanted = word(text);
  return choices.filter((choice) => namesOf(choice).some((name) => name.length >= 4 && wanted.includes(name)));
}

/** Similar choices to offer where a text names none: those sharing at least two characters. */
function similar(choices: readonly Choice[], text: string): readonly Choice[] {
  const pairs = new Set([...word(text)].map((_, i, all) => all.slice(i, i + 2).join('')).filter((pair) => pair.length === 2));
  const close = choices.filter((choice) => namesOf(choice).some((name) => [...pairs].some((pair) => name.includes(pair))));
  return close.length > 0 ? close : choices;
}

function listed(choices: readonly Choice[]): string {
  const labels = choices.slice(0, SHOWN).map((choice) => `“${choice.label}”`);
  return `${labels.join('、')}${choices.length > SHOWN ? `等${choices.length}种` : ''}`;
}

/** One value of a list, by an office's own word for it. A word that fits several is a problem that names them. */
export function parseChoiceCell(field: Field, cell: SheetCell): Parsed<string | null> {
  const choices = field.choices ?? [];
  const plain = word(cell.text);
  if (field.key === 'outcome' && saysOpen(plain)) return { value: null };
  const found = candidates(field, cell.text);
  if (found.length === 1) return { value: found[0]!.value };
  if (found.length > 1) return problem(`“${cell.text}”可能是${listed(found)}，分不清是哪一种`, `请写明其中一种`);
  const none = field.key === 'outcome' ? notAnOutcome(plain) : null;
  if (none) return problem(`“${cell.text}”${none}`, `请改成${listed(choices)}中的一种`);
  return problem(`“${cell.text}”不在“${field.label}”可填的内容里`, `请改成${listed(similar(choices, cell.text))}中的一种`);
}
