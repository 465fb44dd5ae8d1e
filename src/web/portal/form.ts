import type { z } from 'zod';
import { type Markup, markup } from '#documents/markup.ts';
import { HttpProblem } from '../plugins/errors.ts';

/** One field of a form on a public page. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password';
  readonly value?: string;
  readonly autocomplete?: string;
  readonly choices?: readonly (readonly [value: string, label: string])[];
}

/** What is wrong, and at which field; null field: the form as a whole. */
export interface FormProblem {
  readonly field: string | null;
  readonly text: string;
}

/** The box above the heading that names every problem and links to its field. */
export function errorSummary(problems: readonly FormProblem[]): Markup | null {
  if (problems.length === 0) return null;
  const line = (p: FormProblem) => markup`<li>${p.field ? markup`<a href="#${p.field}">${p.text}</a>` : p.text}</li>`;
  return markup`<div class="error-summary" role="alert" tabindex="-1"><h2>有${problems.length}处要改</h2><ul>${problems.map(line)}</ul></div>`;
}

/** A labelled field with its hint and, where something is wrong, the same words as in the box above. */
export function formField(f: FormField, problems: readonly FormProblem[]): Markup {
  const problem = problems.find((p) => p.field === f.name);
  const described = [f.hint && `${f.name}-hint`, problem && `${f.name}-error`].filter(Boolean).join(' ');
  const about = markup`${described && markup` aria-describedby="${described}"`}${problem && markup` aria-invalid="true"`}`;
  const control = f.choices
    ? markup`<select id="${f.name}" name="${f.name}"${about}>${f.choices.map(([value, label]) => markup`<option value="${value}"${value === f.value && markup` selected`}>${label}</option>`)}</select>`
    : markup`<input id="${f.name}" name="${f.name}" type="${f.type ?? 'text'}" value="${f.type === 'password' ? '' : (f.value ?? '')}" required${f.autocomplete && markup` autocomplete="${f.autocomplete}"`} autocapitalize="none" spellcheck="false"${about}>`;
  return markup`<div class="field${problem && ' bad'}"><label for="${f.name}">${f.label}</label>
${f.hint && markup`<span class="hint" id="${f.name}-hint">${f.hint}</span>`}${problem && markup`<span class="bad" id="${f.name}-error">${problem.text}</span>`}
${control}</div>`;
}

/** The fields of a form as its schema reads them; a browser that shows our form sends nothing else but what is too long. */
export function readForm<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const read = schema.safeParse(body ?? {});
  if (!read.success) throw new HttpProblem(400, '填写的内容太长，或者读不懂', '请返回上一页，改短后重新提交。');
  return read.data;
}
