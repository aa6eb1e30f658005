import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BundledPart } from '../../shared/domain/licences/bundledPart.ts';
import { apacheText, mitText } from './plainTexts.ts';

/** Licences that ask for nothing but their text, so that a shop may use and hand on the program as it likes. */
const allowed: readonly string[] = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Zlib',
];

/** Texts of packages that come without one, for the holder that their source or their package names. */
const ownTexts: Readonly<Record<string, string>> = {
  '@ant-design/icons-svg': mitText('(c) 2018-present Ant UED'),
  '@assemblyscript/loader': apacheText('Daniel Wirtz and the AssemblyScript authors'),
  'dank-do-while': mitText('(c) 2014 Dan VerWeire'),
  'is-mobile': mitText('(c) 2013 Julian Gruber'),
  'pg-types': mitText('(c) 2014 Brian M. Carlson'),
  pgpass: mitText('(c) 2013-2016 Hannes Hörl'),
  'write-file-queue': mitText('Dan VerWeire'),
};

const manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
});

/** `(MIT AND Zlib)` asks for both, `MIT OR GPL-3.0` lets us choose. */
export function isAllowed(expression: string): boolean {
  const bare = expression.replaceAll(/[()]/g, '');
  return bare.split(/ and /i).every((all) => all.split(/ or /i).some((one) => allowed.includes(one.trim())));
}

/** The texts that a package carries, its notices among them. */
function textIn(folder: string): string | null {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)/i.test(entry.name))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) return null;
  return names.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}

/** Throws where nothing may be handed on: the build ends with it. */
export function packageLicence(folder: string): BundledPart {
  const { name, version, license } = manifest.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  if (license === undefined || !isAllowed(license))
    throw new Error(`${name}: its licence is not in the list of allowed ones: ${license ?? 'none'}`);
  const text = textIn(folder) ?? ownTexts[name];
  if (text === undefined) throw new Error(`${name}: it carries no licence text`);
  return { name, version, licence: license, text };
}
