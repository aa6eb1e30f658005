import type { Plugin } from 'vite';
import { releaseMarkName } from './electron/updates/installed.ts';

/**
 * Parts of libraries that nothing here runs, and what stands in their place. They are most of what a start would read:
 * hdr-histogram-js as text (it calls `eval` to find zlib, and makes number formats when it is loaded), fonts packed as WOFF2,
 * pictures written as PNG by libraries that draw QR codes and receipts.
 */
const unused: Readonly<Record<string, string>> = {
  './JsHistogram.encoding': 'export {};',
  './formatters': `
    const plain = () => String;
    export { plain as integerFormatter, plain as floatFormatter, plain as keepSignificantDigits };`,
  'brotli/decompress.js': "export default () => { throw new Error('label fonts are not packed'); };",
  pngjs: 'export {};',
};

const mark = '\0unused:';

/** Leaves them out. Any other `eval` ends the build. */
export const withoutUnusedParts = (): Plugin => ({
  name: 'without-unused-parts',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source in unused && importer?.includes('node_modules') === true ? `${mark}${source}` : null,
  load: (id) => (id.startsWith(mark) ? (unused[id.slice(mark.length)] ?? null) : null),
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
