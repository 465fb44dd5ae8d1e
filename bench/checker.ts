import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFiles } from '#cli/check/pool.ts';
import { previousOf } from '#documents/checking/pairs.ts';
import { readHere } from '#documents/reading/formats.ts';
import { isUnreadable } from '#documents/reading/unreadable.ts';
import { ZipFile } from '#documents/reading/zip.ts';
import { closeTypst } from '#documents/typst/compile.ts';
import { fullReport } from '#documents/writing/examples.ts';
import { writeReport } from '#documents/writing/index.ts';
import { check } from '#domain/checker/index.ts';
import type { BenchResult } from './result.ts';

const ROUNDS = 5;
const REPORTS = 200;
const GOAL_MS = 60_000;
const FIXTURES = join(import.meta.dirname, '../test/fixtures/reports');

interface Sample {
  readonly format: string;
  readonly bytes: Uint8Array;
}

/** One full report in every format offices send. */
async function samples(): Promise<Sample[]> {
  const report = fullReport();
  const written = await Promise.all(
    (['docx', 'pdf', 'html', 'xlsx'] as const).map(async (format) => ({ format, bytes: await writeReport(report, format) })),
  );
  closeTypst();
  const doc = await readFile(join(FIXTURES, 'converted/shifan-2024.doc'));
  const txt = await readFile(join(FIXTURES, 'chaoyang-2023.txt'));
  return [...written, { format: 'doc', bytes: doc }, { format: 'txt', bytes: txt }];
}

async function milliseconds(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function readAndCheck({ bytes, format }: Sample): Promise<void> {
  const reading = await readHere(bytes, `sample.${format}`);
  if (isUnreadable(reading)) throw new Error(`the benchmark could not read its ${format}: ${reading.message}`);
  check(reading);
}

/** As `check` does it for a folder: many at a time, each held against the others for last year's. */
async function folder(files: readonly Sample[]): Promise<void> {
  async function* sources() {
    for (const [i, f] of files.entries()) yield { path: `${i}.${f.format}`, bytes: new Uint8Array(f.bytes) };
  }
  const readings = (await readFiles(sources())).flatMap(({ reading }) => (isUnreadable(reading) ? [] : [reading]));
  if (readings.length !== files.length) throw new Error('the benchmark lost a report');
  for (const reading of readings) check(reading, { previous: previousOf(reading, readings) });
}

/** A whole folder of mixed reports, in milliseconds, against the minute it may take. */
async function mixed(all: readonly Sample[]): Promise<BenchResult> {
  const files = Array.from({ length: REPORTS }, (_, i) => all[i % all.length]!);
  const rounds: { ours: number; base: number }[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push({ ours: await milliseconds(() => folder(files)), base: GOAL_MS });
  return { name: `${REPORTS} mixed reports read and checked`, unit: 'ms', rounds, goal: '≤ 60 s (base) on 2 cores' };
}

function inflate(bytes: Uint8Array): void {
  const zip = new ZipFile(bytes, 1e9);
  for (const entry of zip.entries) zip.read(entry);
}

const REPEATS = 10;
/** Rounds until the engine has compiled what it will compile. */
const WARM = 25;

/** DOCX files as they come: ours, LibreOffice's of the same report and of a saved page, an office's own form from a word processor. */
async function docxFiles(ours: Uint8Array): Promise<Uint8Array[]> {
  const others = ['converted/shifan-2024.docx', 'converted/shanghai-office-2019.docx', 'blank-template.docx'];
  return [ours, ...(await Promise.all(others.map((f) => readFile(join(FIXTURES, f)))))];
}

/** DOCX files read one after the other, against nothing but inflating all their members: milliseconds a file. */
export async function benchDocx(): Promise<BenchResult> {
  const files = await docxFiles(await writeReport(fullReport(), 'docx'));
  const read = async (): Promise<void> => {
    for (let i = 0; i < REPEATS; i++) for (const bytes of files) await readHere(bytes, 'sample.docx');
  };
  const bare = (): void => {
    for (let i = 0; i < REPEATS; i++) for (const bytes of files) inflate(bytes);
  };
  // Both compiled by the engine before anything is timed.
  for (let i = 0; i < WARM; i++) {
    await read();
    bare();
  }
  const each = REPEATS * files.length;
  const rounds: { ours: number; base: number }[] = [];
  for (let i = 0; i < ROUNDS * 3; i++) {
    const base = (await milliseconds(bare)) / each;
    rounds.push({ base, ours: (await milliseconds(read)) / each });
  }
  return { name: 'a DOCX read (ours, two of LibreOffice, an office’s form)', unit: 'ms', rounds, goal: '≤ 8 × inflating it' };
}

/** Documents a second of each format, read and checked one after another in one thread, beside the text dump's. */
async function perFormat(all: readonly Sample[]): Promise<BenchResult[]> {
  const many = 6;
  const rate = async (sample: Sample): Promise<number> => {
    const ms = await milliseconds(async () => {
      for (let i = 0; i < many; i++) await readAndCheck(sample);
    });
    return (many * 1000) / ms;
  };
  const text = all.find((s) => s.format === 'txt')!;
  for (const sample of all) await readAndCheck(sample);
  const results = all.map((s) => ({ sample: s, rounds: [] as { ours: number; base: number }[] }));
  for (let i = 0; i < ROUNDS; i++)
    for (const { sample, rounds } of results) rounds.push({ ours: await rate(sample), base: await rate(text) });
  return results.map(({ sample, rounds }) => ({
    name: `${sample.format} read and checked in one thread`,
    unit: 'documents/s',
    rounds,
    goal: 'told beside text (base), no bound',
  }));
}

/** The checker: a folder of 200, documents a second of each format. */
export async function benchChecker(): Promise<BenchResult[]> {
  const all = await samples();
  return [await mixed(all), ...(await perFormat(all))];
}
