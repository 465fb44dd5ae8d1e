import { writeFileSync } from 'node:fs';
import { reportJsonSchema } from '#documents/writing/reportSchema.ts';

// Writes docs/report.schema.json anew after a change of the form or of the report's shape: node tools/report-schema.ts
writeFileSync(new URL('../docs/report.schema.json', import.meta.url), `${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
