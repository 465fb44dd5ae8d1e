import { answer } from '../apart.ts';
import { extractHere } from './extract.ts';

// Reads the words of one file for `index.ts`.
answer(extractHere);
