import type { Plugin } from 'vite';
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
