import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

const ROOT = resolve(import.meta.dirname, '../..');
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Names our own fonts, so that pages show Chinese on a machine that has none. */
async function fontSettings(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-fonts-'));
  const file = join(folder, 'fonts.conf');
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts</dir><dir>${join(ROOT, 'src/documents/fonts')}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  return file;
}

/** The browser of the system, else the one that comes with a package; that one unpacks into a folder of this user's own. */
async function executable(): Promise<{ path: string; args: string[] }> {
  const own = SYSTEM.find((path) => existsSync(path));
  if (own) return { path: own, args: ['--no-sandbox', '--disable-dev-shm-usage'] };
  const folder = join(tmpdir(), `gongkai-chromium-${process.getuid?.() ?? 0}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const packed = (await import('@sparticuz/chromium')).default;
  const path = await packed.executablePath();
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  return { path, args: [...packed.args, '--no-sandbox'] };
}

/** Starts the browser, with arguments of one's own. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const { path, args } = await executable();
  const env = { ...process.env, FONTCONFIG_FILE: await fontSettings() } as Record<string, string>;
  return chromium.launch({ executablePath: path, args: [...args, ...more], env });
}

/** Builds the console where its sources are newer than the built one. */
export function buildConsole(): void {
  const done = spawnSync(process.execPath, [join(ROOT, 'tools/console.ts')], { cwd: ROOT, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
}

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** What axe finds wrong on a page, of impact serious or critical, as short lines. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then((r) => r.violations)`,
  )) as Violation[];
  return found
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) =>
        `${v.id}: ${v.help} (${v.nodes
          .map((n) => n.target.join(' '))
          .slice(0, 3)
          .join(' | ')})`,
    );
}

/** How many pixels a page is wider than its window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>;
}

/** Errors a page reports while it is used; a test that ends with some fails. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (e) => errors.push(e.message));
  page.on('console', (m) => {
    // The server's own refusals are part of what is tested.
    if (m.type() === 'error' && !m.text().includes('Failed to load resource')) errors.push(m.text());
  });
  return errors;
}

/** Signs in through the form and waits for the console. */
export async function signInAs(page: Page, url: string, account: string, next = '/console/'): Promise<void> {
  await page.goto(`${url}/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码').fill(`Yanshi-${account}-2023`);
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('main').waitFor();
}
