import { type ESTree, type Plugin, Visitor } from 'vite';
import { releaseMarkName } from './electron/updates/installed.ts';

/**
 * Parts of libraries that nothing here runs, by the library that asks for them, and what stands in their place. They are most of what a
 * start would read: of hdr-histogram-js all but the histogram itself (as text it calls `eval` to find zlib, and makes number formats when
 * it is loaded), pictures written as PNG by libraries that draw QR codes and receipts.
 */
const unused: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'hdr-histogram-js': {
    ...Object.fromEntries(
      [
        './JsHistogram.encoding',
        './encoding',
        './wasm',
        './HistogramLogReader',
        './HistogramLogWriter',
        './HistogramBuilder',
        './PackedHistogram',
        './Recorder',
      ].map((part) => [part, 'export {};']),
    ),
    './formatters': `
      const plain = () => String;
      export { plain as integerFormatter, plain as floatFormatter, plain as keepSignificantDigits };`,
  },
  qrcode: { pngjs: 'export {};' },
  'node-thermal-printer': { pngjs: 'export {};' },
};

const mark = '\0unused:';

/** The library that asks for a part; undefined: the program itself, or another one. */
const libraryOf = (importer: string | undefined): string | undefined =>
  Object.keys(unused).find((name) => importer?.replaceAll('\\', '/').includes(`/node_modules/${name}/`));

/** What brings messages to the core and back. They are texts: none is a form, and to ask Node whether one is has it read its whole `fetch`. */
const messageLibraries = /\/node_modules\/@orpc\/(client|standard-server-peer)\//;

/** Leaves them out. Any other `eval` ends the build. */
export const withoutUnusedParts = (): Plugin => ({
  name: 'without-unused-parts',
  enforce: 'pre',
  resolveId(source, importer) {
    const library = libraryOf(importer);
    return library !== undefined && source in (unused[library] ?? {}) ? `${mark}${library}:${source}` : null;
  },
  load(id) {
    if (!id.startsWith(mark)) return null;
    const [library = '', source = ''] = id.slice(mark.length).split(':');
    return unused[library]?.[source] ?? null;
  },
  transform(code, id) {
    return messageLibraries.test(id.replaceAll('\\', '/'))
      ? code.replaceAll(/\w+ instanceof FormData/g, 'false')
      : null;
  },
  onLog(_level, log) {
    if (log.code === 'EVAL') throw new Error(`eval in ${log.id ?? 'the program'}: ${log.message}`);
  },
});

/**
 * What the built program knows its newer versions by, from the surroundings of the release workflow: `SHIPDESK_RELEASE_KEY`, the public
 * half of its Ed25519 key, and `SHIPDESK_RELEASE_FEED`, where they are offered. Without a key the program takes no updates.
 */
export const withReleaseMark = (): Plugin => ({
  name: 'with-release-mark',
  generateBundle() {
    const { SHIPDESK_RELEASE_KEY: key = '', SHIPDESK_RELEASE_FEED: feed = '' } = process.env;
    if (key !== '' && !/^[A-Za-z0-9_-]{43}$/.test(key))
      throw new Error('SHIPDESK_RELEASE_KEY is not an Ed25519 key: 32 bytes in base64url');
    const mark = { ...(key === '' ? {} : { key }), ...(feed === '' ? {} : { feed }) };
    this.emitFile({ type: 'asset', fileName: releaseMarkName, source: JSON.stringify(mark) });
  },
});

/**
 * The page begins without a schema: the core reads what comes in, and with the library for it the page would read 110 kB more, a tenth,
 * before anything is drawn. One constant taken from a contract is enough to bring it in, so the build ends then.
 */
export const withoutSchemasAtStart = (): Plugin => ({
  name: 'without-schemas-at-start',
  generateBundle(_options, bundle) {
    const seen = new Set<string>();
    const look = (name: string): void => {
      const chunk = bundle[name];
      if (chunk?.type !== 'chunk' || seen.has(name)) return;
      seen.add(name);
      const schema = chunk.moduleIds.find((id) => /\/node_modules\/(zod|@orpc\/contract)\//.test(id));
      if (schema !== undefined) this.error(`the page reads ${schema} before it is drawn: ${name}`);
      for (const next of chunk.imports) look(next);
    };
    for (const [name, chunk] of Object.entries(bundle))
      if (chunk.type === 'chunk' && chunk.isEntry) look(name);
  },
});

/**
 * What is no module is wrapped in a function that runs as soon as the page begins. Chromium 114 takes an arrow function for one that runs
 * later, looks through it, and reads it again when it runs: 9 ms for what draws the page. A function in brackets it reads at once.
 */
export const withoutReadingTwice = (): Plugin => ({
  name: 'without-reading-twice',
  renderChunk: (code) => code.replaceAll(/(__commonJSMin\(\()\(([\w, ]*)\) =>/g, '$1function ($2)'),
});

const partsOf = { node: /^node:/, all: /^(\.\/|node:)/ } as const;

/**
 * `const require_orders = require("./orders.cjs")`: how the bundler writes that another part is needed, or one of Node. The name; null: it
 * is no such line.
 */
function neededPart(statement: ESTree.Directive | ESTree.Statement, parts: RegExp): string | null {
  if (statement.type !== 'VariableDeclaration') return null;
  const [{ id, init } = {}] = statement.declarations;
  if (id?.type !== 'Identifier' || init?.type !== 'CallExpression') return null;
  const [file] = init.arguments;
  const isRequire = init.callee.type === 'Identifier' && init.callee.name === 'require';
  return isRequire && file?.type === 'Literal' && parts.test(String(file.value)) ? id.name : null;
}

/**
 * `node_tls = runtime.__toESM(node_tls, 1);`: how the bundler makes a part of Node whole that is used as a module. Where that line and its
 * call lie; null: it is no such line.
 */
function madeWhole(statement: ESTree.Directive | ESTree.Statement | undefined, name: string) {
  if (statement?.type !== 'ExpressionStatement') return null;
  const { expression } = statement;
  if (expression.type !== 'AssignmentExpression' || expression.right.type !== 'CallExpression') return null;
  const [given] = expression.right.arguments;
  if (given?.type !== 'Identifier' || given.name !== name) return null;
  return { end: statement.end, call: expression.right, given };
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines that need parts, each made a function that reads its part when it is first called; by the names of the parts. */
function readingLater(code: string, program: ESTree.Program, parts: RegExp): Map<string, Edit> {
  const edits = new Map<string, Edit>();
  for (const [at, statement] of program.body.entries()) {
    const name = neededPart(statement, parts);
    if (name === null) continue;
    const { start, end } = statement;
    const needed = code.slice(start, end).replace(/^.*? = |;$/g, '');
    const whole = madeWhole(program.body[at + 1], name);
    const read =
      whole === null
        ? needed
        : code
            .slice(whole.call.start, whole.given.start)
            .replace(/^[\w$]+(?=\.)/, (runtime) => (edits.has(runtime) ? `${runtime}()` : runtime)) +
          needed +
          code.slice(whole.given.end, whole.call.end);
    const text = `let ${name}$; const ${name} = () => (${name}$ ??= ${read});`;
    edits.set(name, { start, end: whole?.end ?? end, text });
  }
  return edits;
}

/**
 * A part of the core or of Node is read when something of it is first used, not when what may use it is read: a start touches half of what
 * it could come to. `node`: those of Node alone. That is for the command line, whose own files an upgrade takes away while a command goes
 * on; the core reads from an archive that it holds open.
 */
export const readAtFirstUse = (which: keyof typeof partsOf): Plugin => ({
  name: 'read-at-first-use',
  renderChunk(code) {
    const program = this.parse(code);
    const edits = readingLater(code, program, partsOf[which]);
    const needs = [...edits.values()];
    const isNeed = (at: number) => needs.some(({ start, end }) => start <= at && at < end);
    const uses: Edit[] = [];
    new Visitor({
      Identifier({ name, start, end }) {
        if (edits.has(name) && !isNeed(start)) uses.push({ start, end, text: `(${name}())` });
      },
      AssignmentExpression({ left, start }) {
        if (left.type === 'Identifier' && edits.has(left.name) && !isNeed(start))
          throw new Error(`${left.name} is given another value after it is needed`);
      },
    }).visit(program);
    return [...needs, ...uses]
      .sort((one, other) => other.start - one.start)
      .reduce((edited, { start, end, text }) => edited.slice(0, start) + text + edited.slice(end), code);
  },
  /** Of two parts that need each other one would be used before it is whole. */
  generateBundle(_options, bundle) {
    if (which === 'node') return;
    const whole = new Set<string>();
    const look = (name: string, way: readonly string[]): void => {
      if (way.includes(name)) this.error(`parts need each other: ${[...way, name].join(' → ')}`);
      const part = bundle[name];
      if (part?.type !== 'chunk' || whole.has(name)) return;
      for (const next of part.imports) look(next, [...way, name]);
      whole.add(name);
    };
    for (const name of Object.keys(bundle)) look(name, []);
  },
});

/**
 * What is told to a person when something goes wrong, all errors in both languages, is a tenth of the program. It lies apart, and so does
 * what texts take from the rest: whoever makes a failure reads neither. The messages between main and core lie apart since main reads what
 * stands beside them, but no schema, before it has forked the core.
 */
export const textsApart = {
  groups: [
    { name: 'messages', test: /[\\/]electron[\\/]ipc[\\/]coreMessages\.ts$/, priority: 1 },
    { name: 'schemas', test: /[\\/]node_modules[\\/]zod[\\/]/, priority: 3 },
    { name: 'words', test: /[\\/]shared[\\/](?:rules[\\/]|domain[\\/]carriers)/, priority: 2 },
    {
      name: 'texts',
      test: /[\\/]shared[\\/](?:text[\\/]|errors[\\/](?:catalogue|.*Errors\.ts))/,
      priority: 1,
    },
  ],
};
