import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openApi } from '../src/web/open/openapi.ts';

// Writes docs/openapi.json from the code; a test holds both equal. Run: node tools/openapi.ts
writeFileSync(resolve(import.meta.dirname, '../docs/openapi.json'), `${JSON.stringify(openApi(), null, 2)}\n`);
