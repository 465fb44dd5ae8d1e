export * from './apply.ts';
export * from './detect.ts';
export * from './import.ts';
export * from './mapping.ts';
export * from './plan.ts';
export * from './request.ts';
export * from './sheet.ts';
export { targetOf } from './target.ts';
