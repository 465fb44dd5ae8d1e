// Which room may import which: design drawing in docs/anatomy.md. The check also compares the number of
// modules read with the files on disk (tools/imports.ts): with a wrong TypeScript it would read none and pass.
const rooms = {
  lib: [],
  law: ['lib'],
  domain: ['lib', 'law'],
  demo: ['lib', 'law', 'domain'],
  documents: ['lib', 'law', 'domain'],
  store: ['lib', 'law', 'domain'],
  web: ['lib', 'law', 'domain', 'documents'],
  cli: ['lib', 'law', 'domain', 'documents', 'demo'],
};
const TEST = '\\.test\\.tsx?$|/testing/';

const directions = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-may-import-only-${[room, ...allowed].join('-')}`,
  comment: `src/${room} may import ${allowed.length ? allowed.join(', ') : 'no other room'}. If it needs more, the thing it needs belongs in another room.`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: TEST },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'console-imports-only-terms-forms-and-api-types',
      comment: 'The console is a client: law/terms, law/forms, and types of the api.',
      severity: 'error',
      from: { path: '^src/console/', pathNot: TEST },
      to: { path: '^src/(?!console/)', pathNot: '^src/(law/(terms|forms|outcomes|applicants)|lib/day|web/api/.*[tT]ypes)' },
    },
    { name: 'law-is-pure', severity: 'error', from: { path: '^src/(lib|law)/', pathNot: TEST }, to: { dependencyTypes: ['npm', 'core'] } },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'production-has-no-dev-packages',
      severity: 'error',
      from: { path: '^src/(?!console/)', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
