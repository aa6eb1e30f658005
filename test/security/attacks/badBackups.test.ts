import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { putTogether, takeApart } from '../../doubles/workspace/backupBytes.ts';
import { attackDesk } from './attackDesk.ts';

const desk = attackDesk();
let day = '';
beforeEach(async () => {
  day = desk.path('day.sdbackup');
  await desk.run(['keys', 'recovery', '--show-code']);
  expect((await desk.run(['backup', '--out', day])).exitCode).toBe(0);
});

/** Every file of the workspace but the lock's own and the count of tries. */
function contentOf(data: string): Record<string, string> {
  const root = desk.path(data);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Object.fromEntries(
    files
      .filter(({ name }) => !/^(owner\.pid|.*writer.*|.*-tries\.json|.*-(wal|shm))$/.test(name))
      .map((file) => {
        const path = join(file.parentPath, file.name);
        return [path, readFileSync(path).toString('base64')];
      }),
  );
}

const bad = () => desk.path('bad.sdbackup');
const rewritten = (lie: object, database?: Buffer) => {
  const taken = takeApart(day);
  putTogether(bad(), {
    ...taken,
    header: { ...taken.header, ...lie },
    database: database ?? taken.database,
  });
};

/** What somebody hands in instead of a backup, and what is said of it. */
const files: readonly (readonly [what: string, make: () => void, code: string])[] = [
  ['nothing at all', () => rmSync(bad(), { force: true }), 'BACKUP_UNREADABLE'],
  ['an empty file', () => writeFileSync(bad(), ''), 'BACKUP_DAMAGED'],
  ['another kind of file', () => writeFileSync(bad(), 'PK\u0003\u0004'), 'BACKUP_NOT_OURS'],
  ['a later layout', () => writeFileSync(bad(), 'SHIPDESK-BACKUP 3\n'), 'BACKUP_NOT_OURS'],
  ['the first line alone', () => writeFileSync(bad(), 'SHIPDESK-BACKUP 2\n'), 'BACKUP_DAMAGED'],
  [
    'a header of the older layout that is none',
    () => writeFileSync(bad(), 'SHIPDESK-BACKUP 1\n{}\n'),
    'BACKUP_DAMAGED',
  ],
  [
    'one whose copy was interrupted',
    () => {
      copyFileSync(day, bad());
      truncateSync(bad(), Math.floor(readFileSync(day).length / 2));
    },
    'BACKUP_DAMAGED',
  ],
  [
    'one with something behind its end',
    () => writeFileSync(bad(), Buffer.concat([readFileSync(day), Buffer.from('x')])),
    'BACKUP_DAMAGED',
  ],
  ['one that says it holds fewer orders', () => rewritten({ orders: 7 }), 'BACKUP_FORGED'],
  ['one that says it is older', () => rewritten({ madeAt: 1 }), 'BACKUP_FORGED'],
  ['one that says nobody works there', () => rewritten({ sealed: null }), 'BACKUP_FORGED'],
  [
    'one whose keys somebody took away',
    () => rewritten({ keyFile: { ...(takeApart(day).header.keyFile as object), slots: [] } }),
    'BACKUP_DAMAGED',
  ],
  ['one of another workspace', () => rewritten({ workspaceId: 'SOMEBODY-ELSE' }), 'BACKUP_FOREIGN'],
  ['one whose database is another file', () => rewritten({}, Buffer.alloc(8192, 1)), 'BACKUP_FORGED'],
];

describe('a file that is no whole backup of this workspace', () => {
  it.each(files)('%s is told in one sentence, and nothing changes', async (_, make, code) => {
    make();
    const before = contentOf('shop');
    const restored = await desk.run(['restore', bad()]);
    expect(restored).toMatchObject({ exitCode: 2, code });
    expect(restored.notes.split('\n').filter((line) => line.startsWith('error '))).toHaveLength(1);
    expect(contentOf('shop')).toEqual(before);
    expect(existsSync(desk.path('shop/restoring'))).toBe(false);
    expect((await desk.run(['keys', 'list'])).json.slots).toHaveLength(2);
  });
});

/** What lies beside the database and is not what it was, and what opening says. */
const beside: readonly (readonly [what: string, make: () => void, code: string])[] = [
  ['half a key file', () => truncateSync(desk.path('shop/keys.json'), 40), 'WORKSPACE_DAMAGED'],
  ['no key file', () => rmSync(desk.path('shop/keys.json')), 'WORKSPACE_DAMAGED'],
  ['an empty database', () => truncateSync(desk.path('shop/shipdesk.db'), 0), 'WORKSPACE_DAMAGED'],
  ['a cut database', () => truncateSync(desk.path('shop/shipdesk.db'), 5000), 'WORKSPACE_DAMAGED'],
];

describe('a workspace whose files are not what they were', () => {
  it.each(beside)('%s is told, and the backup brings it back', async (_, make, code) => {
    make();
    expect(await desk.run(['doctor'])).toMatchObject({ exitCode: 4, code });
    const restored = await desk.run(['restore', day]);
    expect(restored).toMatchObject({ exitCode: 0 });
    expect((await desk.run(['keys', 'list'])).json.slots.map(({ kind }: { kind: string }) => kind)).toEqual([
      'passphrase',
      'recovery',
    ]);
  });

  it('swapped keys of another workspace open nothing, and no backup takes their place', async () => {
    await desk.run(['doctor'], { data: 'other' });
    await desk.run(['backup'], { data: 'other' });
    copyFileSync(desk.path('other/keys.json'), desk.path('shop/keys.json'));
    expect(await desk.run(['doctor'])).toMatchObject({ exitCode: 4, code: 'WORKSPACE_DAMAGED' });
    expect(await desk.run(['restore', day])).toMatchObject({ code: 'BACKUP_FOREIGN' });
    rmSync(desk.path('shop/keys.json'));
    expect(await desk.run(['restore', day])).toMatchObject({ exitCode: 0 });
  });
});
