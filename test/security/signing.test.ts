import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from './sourceFiles.ts';

const carriers = join(projectFolder, 'electron/carriers');
const sources = readdirSync(carriers, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, source: readFileSync(join(carriers, name), 'utf8') }));

it('has one module a platform that signs: MD5, which all of them sign with, is made nowhere else', () => {
  const makers = sources
    .filter(({ source }) => /createHash\(\s*['"]md5|\bcreateSign\b/i.test(source))
    .map(({ name }) => name.replaceAll('\\', '/'));
  expect(makers.filter((name) => !/^[a-z0-9]+\/sign\.ts$/.test(name))).toEqual([]);
  expect(makers).toContain('kdniao/sign.ts');
});

it('puts no secret of an account into a text: it is signed with or compared, and nothing else', () => {
  const spilled = sources.flatMap(({ name, source }) =>
    [...source.matchAll(/`[^`]*\$\{[^}]*\b(secret|CustomerPwd|checkword)\b[^}]*\}[^`]*`/gi)]
      .filter(() => !/^[a-z0-9]+[/\\]sign\.ts$/.test(name))
      .map(([text]) => `${name}: ${text}`),
  );
  expect(spilled).toEqual([]);
});
