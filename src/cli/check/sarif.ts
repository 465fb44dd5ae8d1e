import type { Result } from '#documents/checking/result.ts';
import { basisText } from '#domain/checker/basisText.ts';
import { type Finding, rules } from '#domain/checker/index.ts';

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;

function uri(file: string): string {
  return file.split(/[\\/]/).map(encodeURIComponent).join('/');
}

function resultOf(file: string, finding: Finding) {
  const { line, quote, cell } = finding.where;
  const region = line === undefined ? undefined : { startLine: line, ...(quote ? { snippet: { text: quote } } : {}) };
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex((r) => r.id === finding.rule),
    level: LEVEL[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uri(file) }, ...(region ? { region } : {}) },
        ...(cell ? { logicalLocations: [{ fullyQualifiedName: cell }] } : {}),
      },
    ],
    ...(finding.waived ? { suppressions: [{ kind: 'external', justification: `${finding.waived.reason}（${finding.waived.by}）` }] } : {}),
  };
}

/** The results as a SARIF 2.1.0 log, which code-review tools show beside the file. */
export function asSarif(results: readonly Result[]): unknown {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'gongkai',
            rules: rules.map((r) => ({
              id: r.id,
              shortDescription: { text: r.title },
              fullDescription: { text: `${r.what}依据：${r.basis.map(basisText).join('、')}` },
              defaultConfiguration: { level: LEVEL[r.severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: results.flatMap((r) => (r.readable ? r.findings.map((f) => resultOf(r.file, f)) : [])),
        invocations: [
          {
            executionSuccessful: results.every((r) => r.readable),
            toolExecutionNotifications: results.flatMap((r) =>
              r.readable
                ? []
                : [
                    {
                      level: 'error',
                      message: { text: r.message },
                      locations: [{ physicalLocation: { artifactLocation: { uri: uri(r.file) } } }],
                    },
                  ],
            ),
          },
        ],
      },
    ],
  };
}
