import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { putTogether, takeApart } from '../../doubles/workspace/backupBytes.ts';
import { attackDesk, shopPassphrase } from './attackDesk.ts';

const desk = attackDesk();
const keysOf = (data: string) =>
  JSON.parse(readFileSync(desk.path(`${data}/keys.json`), 'utf8')) as {
    workspaceId: string;
    slots: { kind: string; key?: string }[];
  };

/** A shop with a manager, and its backup. */
async function shop(): Promise<string> {
  const file = desk.path('day.sdbackup');
  await desk.run(['operators', 'add', 'Wang', '--role', 'manager'], { input: ['258036'] });
  expect((await desk.run(['backup', '--out', file])).exitCode).toBe(0);
  return file;
}

const asWang = { input: ['258036'] };
const wang = ['--operator', 'Wang'] as const;

/** A workspace of the attacker's own, as a backup that claims to be of the shop. */
async function forge(kind: 'practice' | 'passphrase', layout: 1 | 2): Promise<string> {
  const file = desk.path(`${kind}-${layout}.sdbackup`);
  const own = desk.path('own.sdbackup');
  if (kind === 'practice') {
    await desk.practise('evil');
    await desk.run(['backup', '--out', own], { data: 'evil', passphrase: null });
  } else {
    await desk.run(['doctor'], { data: 'evil' });
    await desk.run(['backup', '--out', own], { data: 'evil' });
  }
  const { header, database } = takeApart(own);
  const key = keysOf('evil').slots[0]?.key;
  const keyFile = { ...(header.keyFile as object), workspaceId: keysOf('shop').workspaceId };
  const forged = { ...header, workspaceId: keysOf('shop').workspaceId, keyFile };
  putTogether(file, { layout, header: forged, database }, Buffer.from(key ?? '', 'hex'));
  return file;
}

describe('a backup that somebody else made', () => {
  it.each([1, 2] as const)(
    'with a key in clear never takes the place of a passphrase, layout %s',
    async (layout) => {
      await shop();
      const before = readFileSync(desk.path('shop/keys.json'), 'utf8');
      for (const extra of [[], ['--replace-key', '--yes', 'REPLACE']]) {
        const restored = await desk.run(
          ['restore', await forge('practice', layout), ...wang, ...extra],
          asWang,
        );
        expect(restored).toMatchObject({
          exitCode: 2,
          code: 'BACKUP_WEAKER_KEY',
        });
      }
      expect(readFileSync(desk.path('shop/keys.json'), 'utf8')).toBe(before);
      expect((await desk.run(['operators', 'list'])).json.operators).toHaveLength(1);
    },
  );

  it('with a key of its own, under the same passphrase, is not taken for the shop', async () => {
    await shop();
    const before = readFileSync(desk.path('shop/keys.json'), 'utf8');
    const restored = await desk.run(['restore', await forge('passphrase', 1), ...wang], asWang);
    expect(restored).toMatchObject({ exitCode: 2, code: 'BACKUP_OTHER_KEY' });
    expect(readFileSync(desk.path('shop/keys.json'), 'utf8')).toBe(before);
  });

  it('is refused when its header was written by who has no key, whatever it says', async () => {
    const file = await shop();
    const taken = takeApart(file);
    const forged = desk.path('forged.sdbackup');
    const lies = [{ orders: 0 }, { sealed: null }, { madeAt: 1 }, { schemaVersion: 'm0000' }];
    for (const lie of lies) {
      putTogether(forged, { ...taken, header: { ...taken.header, ...lie } });
      expect(await desk.run(['restore', forged, ...wang], asWang), JSON.stringify(lie)).toMatchObject({
        exitCode: 2,
        code: 'BACKUP_FORGED',
      });
      expect(
        await desk.run(['restore', forged], { data: 'elsewhere', passphrase: shopPassphrase, ...asWang }),
      ).toMatchObject({ code: 'BACKUP_FORGED' });
    }
  });

  it('does not pass for the older format, whose header nothing proves', async () => {
    const taken = takeApart(await shop());
    const forged = desk.path('forged.sdbackup');
    const { sealed: _, ...header } = taken.header;
    // The very database of the shop under its own key weakens nothing; in a folder that knows nothing it is asked as well.
    putTogether(forged, { ...taken, layout: 1, header });
    expect(await desk.run(['restore', forged], { data: 'elsewhere' })).toMatchObject({ exitCode: 2 });
    expect(await desk.run(['restore', forged, ...wang], asWang)).toMatchObject({
      exitCode: 0,
      json: { proof: 'old-format' },
    });
  });

  it('brings no real account into a practice workspace that would then book with it', async () => {
    const real = ['account', 'add', 'kdniao', '--name', 'real', '--id', 'm1', '--key-stdin'];
    expect((await desk.run(real, { data: 'evil', input: ['s3cret'] })).exitCode).toBe(0);
    const file = desk.path('evil.sdbackup');
    await desk.run(['backup', '--out', file], { data: 'evil' });
    expect(await desk.run(['restore', file], { data: 'fresh' })).toMatchObject({ exitCode: 0 });
    // The attacker knows the key of the workspace made here, and writes it into its key file as practice.
    const practice = await practiceOf('fresh');
    writeFileSync(desk.path('fresh/keys.json'), practice);
    const checked = await desk.run(['account', 'list'], { data: 'fresh', passphrase: null });
    expect(checked).toMatchObject({ code: 'PRACTICE_REFUSES_REAL_ACCOUNT' });
  });
});

async function practiceOf(data: string): Promise<string> {
  const { openWorkspaceKey, readKeyFile } = await import('../../../electron/vault/workspaceKey.ts');
  const { noKeyStore } = await import('../../../electron/vault/keyStorePort.ts');
  const file = readKeyFile(desk.path(data));
  if (file?.ok !== true) throw new Error('no key file');
  const request = { passphrase: shopPassphrase, keyStore: noKeyStore };
  const key = await openWorkspaceKey(file.value, request, { folder: desk.root(), now: 0 });
  if (!key.ok) throw new Error(key.code);
  const slots = [{ kind: 'practice', key: Buffer.from(key.value.dataKey).toString('hex') }];
  return JSON.stringify({ ...file.value, slots });
}
