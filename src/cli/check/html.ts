export * from '#documents/checking/html.ts';
