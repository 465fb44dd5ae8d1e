import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Job } from './messages.ts';

/** Compiled parts not used again in this many documents are forgotten. */
const KEEP_DOCUMENTS = 3;

let current: { readonly folders: string; readonly compiler: NodeCompiler } | null = null;

function compilerFor(folders: readonly string[]): NodeCompiler {
  const key = folders.join('\n');
  if (current?.folders !== key) {
    current = { folders: key, compiler: NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: [...folders] }] }) };
  }
  return current.compiler;
}

/** Compiles one document in this thread, which it blocks. Throws with typst's own diagnostics. */
export function compileHere(job: Omit<Job, 'id'>): Uint8Array {
  const compiler = compilerFor(job.folders);
  try {
    const done = compiler.compile({
      mainFileContent: job.template,
      inputs: { data: job.data, fonts: JSON.stringify({ ...job.chains, thin: job.thin }) },
    });
    if (!done.result) {
      const diagnostics = done.takeDiagnostics();
      throw new Error(JSON.stringify(diagnostics?.shortDiagnostics ?? 'no diagnostics'));
    }
    return compiler.pdf(done.result, { pdfStandard: job.standard });
  } finally {
    compiler.evictCache(KEEP_DOCUMENTS);
  }
}
