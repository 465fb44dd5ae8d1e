export * from '#documents/checking/grids.ts';
