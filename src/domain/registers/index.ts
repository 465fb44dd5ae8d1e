export * from './all.ts';
export * from './declaration.ts';
export * from './record.ts';
export * from './register.ts';
export * from './validate.ts';
