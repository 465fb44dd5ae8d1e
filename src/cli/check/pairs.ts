export * from '#documents/checking/pairs.ts';
