export * from '#documents/checking/result.ts';
