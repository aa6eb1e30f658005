import { spawnSync } from 'node:child_process';
import { Client } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { practicePlatform } from '../../../electron/carriers/practice/practicePlatform.ts';
import { columnOf } from '../../../electron/store/database/columnNames.ts';
import { personalTables } from '../../../electron/store/server/personalColumns.ts';
import type { ResealPlace } from '../../../electron/store/workspace/personalTextRepository.ts';
import { createBookKeys, newBookKeys } from '../../../electron/vault/bookKeys.ts';
import { createTextSeal, isSealedText } from '../../../electron/vault/sealedText.ts';
import { type TestWorkspace, testAccount } from '../../doubles/workspace/openTestWorkspace.ts';
import { openSharedBook } from '../sharedBook.ts';
import { orderNo, planted, plantedWords, workADay } from './sealedDay.ts';
import { forgetPeople, workTheEvening } from './sealedEvening.ts';

const place = inject('server');

interface Found {
  /** Words of persons in the dump, by table. */
  readonly words: Record<string, string[]>;
  /** Personal columns that hold something in plain. */
  readonly plain: string[];
  /** Of what is renewed with the keys: under how many of them. */
  readonly heads: Set<string>;
  /** Tables in which something is sealed. */
  readonly tables: Set<string>;
}

describe.skipIf(place === null)('a book that seals personal data', { timeout: 240_000 }, () => {
  /** What whoever runs the server sees. */
  async function seen(database: string): Promise<Found> {
    if (place === null) throw new Error('no server');
    const where = ['-h', String(place.host), '-p', String(place.port), '-U', String(place.user)];
    const dump = spawnSync('/usr/lib/postgresql/15/bin/pg_dump', ['--inserts', ...where, database], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    expect(dump.status, dump.stderr).toBe(0);
    const words: Record<string, string[]> = {};
    for (const line of dump.stdout.split('\n'))
      for (const word of plantedWords) {
        const table = /^INSERT INTO public\.(\w+)/.exec(line)?.[1] ?? 'other';
        if (line.includes(word)) words[table] = [...new Set([...(words[table] ?? []), word])];
      }
    const client = new Client({ ...place, database });
    await client.connect();
    const [plain, heads, tables] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const [table, { key, renewed, lasting, plainRows = [] }] of Object.entries(personalTables)) {
      const { rows } = await client.query<Record<string, string | null>>(`select * from ${columnOf(table)}`);
      for (const row of rows) {
        if (plainRows.includes(String(row[columnOf(key[0] ?? '')]))) continue;
        for (const field of [...renewed, ...lasting]) {
          const text = row[columnOf(field)] ?? '';
          if (text === '') continue;
          if (!isSealedText(text)) plain.add(`${table}.${field}`);
          else if (renewed.includes(field)) heads.add(text.slice(1, 9));
          tables.add(table);
        }
      }
    }
    await client.end();
    return { words, plain: [...plain], heads, tables };
  }

  async function isReadBack({ store }: TestWorkspace): Promise<void> {
    const listed = async (search: string) =>
      (await store.read.orders.window({ search }, { offset: 0, limit: 50 })).map(
        ({ receiverName }) => receiverName,
      );
    expect(await listed('诸葛')).toEqual([planted.names[2]]);
    expect(await listed(planted.changedName)).toEqual([planted.changedName]);
    expect(await listed('容蔽')).toEqual([planted.names[5], planted.names[4]]);
    expect(await listed(planted.names[3] ?? '')).toEqual([]);
    expect(await listed('139-1111-0003')).toEqual([planted.names[2]]);
    expect(await listed(planted.buyers[4] ?? '')).toEqual([planted.names[4]]);
    expect(await listed('匿迹路5')).toEqual([planted.names[4]]);
    expect((await store.read.settings.all()).sender?.name).toBe(planted.sender);
  }

  it('shows nobody after a day of work, nor while its keys are renewed, and gives all of it back', async () => {
    if (place === null) return;
    const keys = createBookKeys(newBookKeys());
    const book = await openSharedBook(place, createTextSeal(keys));
    const workspace = await book.join('one', { isPractice: true, platforms: [practicePlatform] });
    await testAccount(workspace);
    await workADay(workspace);
    await workTheEvening(workspace);
    const before = await seen(book.database);
    expect(before.words).toEqual({});
    expect(before.plain).toEqual([]);
    expect(before.heads.size).toBe(1);
    expect([...before.tables].sort()).toMatchInlineSnapshot(`
      [
        "alarmChannels",
        "alarms",
        "benchGestures",
        "billItems",
        "billLines",
        "bills",
        "calls",
        "handovers",
        "history",
        "imports",
        "learned",
        "noShip",
        "operatorActs",
        "operators",
        "orderChanges",
        "orders",
        "packedParcels",
        "parcelReturns",
        "printJobs",
        "recordIncidents",
        "recordNotes",
        "settings",
        "shipments",
        "supportTerms",
        "tracking",
        "trackingEvents",
      ]
    `);
    await isReadBack(workspace);

    keys.learn(keys.renewed());
    await isReadBack(workspace);
    const { store } = workspace;
    const reseal = (from: ResealPlace | null) =>
      store.write(({ personalTexts }) => personalTexts.reseal(from));
    // Cut off in the middle, and begun again.
    const half = await reseal(await reseal(await reseal(null)));
    expect(half).not.toBeNull();
    await isReadBack(workspace);
    let next = await reseal(null);
    while (next !== null) next = await reseal(next);
    const after = await seen(book.database);
    expect(after.words).toEqual({});
    expect(after.plain).toEqual([]);
    expect([...after.heads]).toEqual([keys.newestTag]);
    await isReadBack(workspace);

    // What is forgotten is forgotten in the sealed text, too; what waits for a claim or was not sent stays as it was.
    expect(await forgetPeople(workspace)).toBe(2);
    const left = await seen(book.database);
    expect(left.words).toEqual({});
    expect(left.plain).toEqual([]);
    const nameOf = async (no: number) => (await store.read.orders.byOrderNo(orderNo(no)))?.receiverName;
    // One came back, one was cancelled.
    expect([await nameOf(4), await nameOf(6)]).toEqual(['上**', '慕**']);
    expect([await nameOf(3), await nameOf(5)]).toEqual([planted.names[2], planted.names[4]]);
    await book.close();
  });
});
