import type { PrecheckFinding } from '#domain/precheck/index.ts';
import { answer } from '../apart.ts';
import { inspectHere } from './here.ts';
import { type InspectedFile, Inspection } from './inspected.ts';

// Looks one attachment through for `index.ts`, telling what it finds as it goes.
answer<InspectedFile, PrecheckFinding>((bytes, file, tell) => inspectHere(bytes, file, new Inspection(file, tell)));
