export { clock } from './clock.ts';
export { type DeadlineKey, type Deadlines, deadline } from './deadline.ts';
export * from './model.ts';
