import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import type { FilePurpose } from '../../../electron/ipc/coreMessages.ts';
import { contract } from '../../../shared/contracts/contract.ts';
import { openTestWorkspace, type TestWorkspace } from '../../doubles/workspace/openTestWorkspace.ts';
import { pageOf } from '../../doubles/workspace/pageOf.ts';

let workspace: TestWorkspace;
let folder = '';
beforeAll(async () => {
  workspace = await openTestWorkspace();
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-elsewhere-'));
  writeFileSync(join(folder, 'accounts.csv'), '姓名,电话,地址\nroot,13800000007,上海市静安区1号\n');
});
afterAll(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const gone = { code: 'FILE_TOKEN_GONE' };
const file = () => join(folder, 'accounts.csv');

interface Def {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

interface Schemas {
  readonly inputSchema?: z.ZodType;
  readonly outputSchema?: z.ZodType;
}

/** Names of all fields of a procedure's input or reply. */
function fieldNames(schema: z.ZodType | undefined): string[] {
  if (schema === undefined) return [];
  const { shape = {}, ...def } = (schema as unknown as { readonly _zod: { readonly def: Def } })._zod.def;
  const inner = [def.element, def.innerType, def.valueType, ...(def.options ?? [])];
  const named = Object.entries(shape).flatMap(([name, field]) => [name, ...fieldNames(field)]);
  return [...named, ...inner.flatMap(fieldNames)];
}

/** Lists of tokens, names of the files that orders came from or that were set aside, a count and a yes or no. */
const named = [
  'away.state file',
  'imports.list files',
  'imports.history file',
  'watch.get file',
  'watch.get files',
  'watch.set file',
  'watch.set files',
  'watch.seen file',
  'watch.seen files',
  'changes.list file',
  'out.writeBack files',
  'printerSetup.kinds keepsFiles',
  'retention.erasePerson files',
];

it('no procedure takes or tells a path: files and folders have tokens and names', () => {
  const fields = Object.entries(contract).flatMap(([area, procedures]) =>
    Object.entries(procedures).flatMap(([name, procedure]) => {
      const { inputSchema, outputSchema } = (procedure as unknown as { '~orpc': Schemas })['~orpc'];
      const told = outputSchema !== undefined && '_zod' in outputSchema ? outputSchema : undefined;
      return [...fieldNames(inputSchema), ...fieldNames(told)].map((field) => `${area}.${name} ${field}`);
    }),
  );
  expect(fields).toContain('imports.run fileToken');
  // A word of its own at the end of a name: `file`, `templatePath`, and not `profile`.
  const paths = fields.filter((field) => /(\b|[a-z])(?<!pro)([Pp]ath|[Ff]older|[Ff]ile)s?$/.test(field));
  expect(paths.filter((field) => !named.includes(field))).toEqual([]);
});

it('a page that names a path gets no word of the file', async () => {
  const { ask } = pageOf(workspace);
  for (const named of [{ path: file() }, { fileToken: file() }, { fileToken: `file://${file()}` }]) {
    expect(await ask('imports.recognise', named)).not.toHaveProperty('mapping');
    expect(await ask('imports.failedRows', named)).not.toHaveProperty('rowCount');
    expect(await ask('freight.readFile', named)).not.toHaveProperty('zones');
  }
});

it('a file that the operator handed over is read, for what it was handed over', async () => {
  const { ask, files } = pageOf(workspace);
  const tokenFor = (path: string, purpose: FilePurpose) => files.hand([path], purpose)[0]?.fileToken;
  expect(await ask('imports.recognise', { fileToken: tokenFor(file(), 'dropped') })).toHaveProperty(
    'mapping',
  );
  expect(await ask('imports.recognise', { fileToken: tokenFor(file(), 'orders') })).toHaveProperty('mapping');
  for (const purpose of ['prices', 'template', 'backup', 'written'] as const)
    expect(await ask('imports.recognise', { fileToken: tokenFor(file(), purpose) })).toMatchObject(gone);
  const setting = { profile: '', action: 'import' };
  const foreign = { ...setting, folderToken: tokenFor(folder, 'folder') };
  expect(await ask('watch.set', { setting: foreign })).toMatchObject(gone);
  const listed = await ask('imports.list', { fileTokens: [tokenFor(folder, 'folder')] });
  expect(JSON.stringify(listed)).not.toContain(folder);
  const [found] = (listed as { files: readonly { fileToken: string }[] }).files;
  expect(await ask('imports.recognise', { fileToken: found?.fileToken })).toHaveProperty('mapping');
  files.forget();
  expect(await ask('imports.recognise', { fileToken: found?.fileToken })).toMatchObject(gone);
});

it('pasted cells are read, under whatever name, and never a file', async () => {
  const { ask } = pageOf(workspace);
  const overrides = { pasted: '姓名\t电话\t地址\n林\t13800000007\t上海市静安区1号\n' };
  const read = await ask('imports.recognise', { name: file(), overrides });
  expect(read).toMatchObject({ format: 'clipboard' });
  expect(JSON.stringify(read)).not.toContain('root');
});

it('a watched folder is shown by its name, and stays while its handling is changed', async () => {
  const { ask, files } = pageOf(workspace);
  const folderToken = files.hand([folder], 'watch')[0]?.fileToken;
  await ask('watch.set', { setting: { profile: '', action: 'import', folderToken } });
  const shown = await ask('watch.set', { setting: { profile: 'taobao', action: 'ship' } });
  expect(shown).toMatchObject({ setting: { folderName: basename(folder), action: 'ship' } });
  expect(JSON.stringify(shown)).not.toContain(folder);
  expect((await workspace.store.read.settings.all()).watch).toMatchObject({ folder, profile: 'taobao' });
  await ask('watch.set', { setting: null });
});

it('a page that names a folder does not learn what lies in it', async () => {
  const { ask } = pageOf(workspace);
  expect(await ask('imports.list', { paths: [folder] })).not.toHaveProperty('files');
  expect(await ask('imports.list', { fileTokens: [folder] })).not.toHaveProperty('files');
});

it('a page cannot have a folder of its choice watched, or a template read from anywhere', async () => {
  const { ask } = pageOf(workspace);
  const setting = { profile: '', action: 'import' };
  await ask('watch.set', { setting: { ...setting, folder } });
  await ask('watch.set', { setting: { ...setting, folderToken: folder } });
  expect((await workspace.store.read.settings.all()).watch).toBeNull();
  const written = await ask('out.writeBack', { templatePath: file(), templateToken: file() });
  expect(written).toMatchObject(gone);
});
