import { describe, expect, it } from 'vitest';
import { check } from '#domain/checker/index.ts';
import { readingOf, type Sketch } from '#domain/checker/sketch.ts';
import { VOICE_CASES, type VoiceCase } from './checkerVoiceCases.ts';
import { AGAINST_LAST_YEAR, SILENT, SPEAKS } from './checkerVoicePhrases.ts';
import { lastYear, VOICES, type Voice } from './checkerVoices.ts';

function written(voiceCase: VoiceCase, said: VoiceCase['right']): Sketch {
  const base: Sketch = VOICES[voiceCase.voice];
  if (typeof said !== 'string') return { ...base, ...said };
  const part = voiceCase.at ?? 'one';
  return { ...base, [part]: voiceCase.alone ? [said] : [...(base[part] ?? []), said] };
}

function found(voiceCase: VoiceCase, said: VoiceCase['right']): (readonly [string, unknown])[] {
  const previous = voiceCase.previous ? readingOf(lastYear(voiceCase.voice)) : null;
  return check(readingOf(written(voiceCase, said)), { previous }).map((f) => [f.rule, f.actual] as const);
}

describe('没有错误的年报，不提示', () => {
  for (const voice of Object.keys(VOICES) as Voice[])
    it(VOICES[voice].unit, () => expect(check(readingOf(VOICES[voice])).map((f) => [f.rule, f.message])).toEqual([]));
});

for (const [title, cases] of Object.entries(VOICE_CASES))
  describe(title, () => {
    for (const voiceCase of cases) {
      const [rule, actual] = voiceCase.says;
      const name = typeof voiceCase.wrong === 'string' ? voiceCase.wrong : JSON.stringify(voiceCase.wrong);
      it(`${rule}：${name}`, () => {
        const [one, ...others] = found(voiceCase, voiceCase.wrong);
        expect(others).toEqual([]);
        expect(one?.[0]).toBe(rule);
        if (actual !== undefined) expect(one?.[1]).toBe(actual);
        expect(found(voiceCase, voiceCase.right)).toEqual([]);
      });
    }
  });

function saidOf(voice: Voice, text: string, previous = false): string[] {
  return found({ voice, right: text, wrong: text, says: [''], ...(previous ? { previous } : {}) }, text).map(([rule]) => rule);
}

describe('一句话里的一处错误', () => {
  for (const [rule, said] of Object.entries(SPEAKS))
    for (const [voice, text] of said) it(`${rule}：${text}`, () => expect([...new Set(saidOf(voice, text))]).toEqual([rule]));
  for (const [voice, text, rule] of AGAINST_LAST_YEAR)
    it(`有上年年报，${rule ?? '不提示'}：${text}`, () => expect(saidOf(voice, text, true)).toEqual(rule ? [rule] : []));
});

describe('没有错误的话，不提示', () => {
  for (const [voice, text] of SILENT) it(text, () => expect(saidOf(voice, text)).toEqual([]));
});
