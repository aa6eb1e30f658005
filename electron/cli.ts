import { enableCompileCache } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { failure } from '../shared/errors/outcome.ts';
import { describeError, inOneLine } from '../shared/text/describeError.ts';

/** What the database's add-on is built against; an older Node crashes in it and says nothing. */
const neededNapi = 10;

/**
 * The door of the command line: what it needs of Node is asked before anything is loaded that would crash without it. Hence no
 * static import here of anything but plain words.
 */
if (Number(process.versions.napi ?? 0) >= neededNapi) {
  keepCompiled(import.meta.filename);
  void import('./commandLine.ts');
} else refuseNode();

/**
 * What V8 made of the program is kept beside it, so that the next command need not read it again. Nowhere else: whoever can
 * write there can change the program as well. Where nobody can, nothing is kept; nor by root in an installed program, where it would
 * stay behind when that is removed.
 */
function keepCompiled(builtFile: string): void {
  const folder = dirname(builtFile);
  const isRootsInstalled = basename(folder) === 'command-line' && process.getuid?.() === 0;
  if (extname(builtFile) === '.cjs' && !isRootsInstalled) enableCompileCache(join(folder, 'compiled'));
}

function refuseNode(): void {
  const words = process.argv.slice(2);
  const chosen = words[words.indexOf('--lang') + 1] ?? '';
  const language = /^en/i.test(
    words.includes('--lang') ? chosen : (process.env.SHIPDESK_LANG ?? process.env.LANG ?? ''),
  )
    ? 'en'
    : 'zh-CN';
  const { code, params } = failure('NODE_TOO_OLD', { version: process.versions.node });
  const { says, next } = describeError(code, params, language, 'commandLine');
  process.stderr.write(`error ${code}: ${inOneLine({ says, next }, language)}\n`);
  if (words.includes('--json'))
    process.stdout.write(`${JSON.stringify({ error: { code, message: says, hint: next } })}\n`);
  process.exitCode = 2;
}
