export * from '#documents/checking/text.ts';
