/**
 * Builds the rules of dependency-cruiser from the import table (test/security/importRules.json). The swc parser is
 * named on purpose: without it TypeScript files are not parsed, and nothing is checked without a word said.
 */
const { rows } = require('./test/security/importRules.json');

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Files of a row: `a/b/*` is each sub-folder of a/b, a name with a dot is one file. */
function filesOf(folder) {
  if (folder === '*') return '^';
  if (folder.endsWith('/*')) return `^${escaped(folder.slice(0, -1))}[^/]+/`;
  return /\.\w+$/.test(folder) ? `^${escaped(folder)}$` : `^${escaped(folder)}/`;
}

const isInside = (inner, outer) => inner !== outer && inner.startsWith(`${outer.replace(/\/\*$/, '')}/`);
/** Rows that take files away from this one, because they say more exactly where. */
const finerRows = ({ folder }) => rows.filter((row) => isInside(row.folder, folder)).map((row) => row.folder);

/** What a listed folder gives: its own files, without those of finer rows. */
function givenBy(folder) {
  const row = rows.find((one) => one.folder === folder);
  const finer = row === undefined ? [] : finerRows(row);
  if (finer.length === 0) return filesOf(folder);
  return `^(?!${finer.map((one) => filesOf(one).slice(1)).join('|')})${filesOf(folder).slice(1)}`;
}

function rulesOf(row) {
  const { folder, mayImport, typesFrom = [], packages = [] } = row;
  const isEach = folder.endsWith('/*');
  const ownName = isEach ? `^${escaped(folder.slice(0, -1))}([^/]+)/` : givenBy(folder);
  const sibling = isEach ? `^${escaped(folder.slice(0, -1))}$1/` : givenBy(folder);
  const outside = finerRows(row).map(filesOf);
  const named = rows.map((one) => one.folder).filter((one) => isEach && isInside(one, folder.slice(0, -2)));
  const notFrom = [...outside, ...named.filter((one) => one !== folder).map(filesOf)];
  const from = { path: ownName, ...(notFrom.length > 0 ? { pathNot: notFrom } : {}) };
  const values = [sibling, ...mayImport.map(givenBy)];
  const local = '^(electron|renderer|shared|resources|test|package\\.json)';
  const comment = `${folder} may import ${[...mayImport, ...packages].join(', ') || 'nothing'} (test/security/importRules.json)`;
  const rules = [
    {
      name: `${folder} → values`,
      comment,
      severity: 'error',
      from,
      to: { path: local, pathNot: values, dependencyTypesNot: ['type-only'] },
    },
    {
      name: `${folder} → types`,
      comment: `${comment}; types also from ${typesFrom.join(', ') || 'nowhere else'}`,
      severity: 'error',
      from,
      to: { path: local, pathNot: [...values, ...typesFrom.map(givenBy)] },
    },
  ];
  if (packages.includes('*')) return rules;
  const allowed = packages.map((name) => `(^|/)node_modules/(@types/)?${escaped(name)}/`);
  return [
    ...rules,
    {
      name: `${folder} → packages`,
      comment,
      severity: 'error',
      from,
      to: { path: '(^|/)node_modules/', ...(allowed.length > 0 ? { pathNot: allowed } : {}) },
    },
  ];
}

module.exports = {
  forbidden: [
    ...rows.flatMap(rulesOf),
    {
      name: 'no row',
      comment: 'Every source file belongs to a row of test/security/importRules.json',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: rows.map((row) => filesOf(row.folder)) },
      to: {},
    },
    {
      name: 'no cycles',
      severity: 'error',
      from: { path: '^(electron|renderer|shared|resources|test)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no tests in the product',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(out|release|\\.cache)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
