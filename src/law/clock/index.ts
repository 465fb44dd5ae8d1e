export { clock, clockOf } from './clock.ts';
export { type DeadlineDay, type DeadlineKey, type Deadlines, deadline } from './deadline.ts';
export * from './model.ts';
export { readCase } from './read.ts';
