import { appendFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  type JournalMark,
  journalFolder,
  openCallJournal,
} from '../../../../../electron/store/journal/openCallJournal.ts';
import { resealJournal } from '../../../../../electron/store/journal/resealJournal.ts';
import { deriveKey } from '../../../../../electron/vault/sealing.ts';
import { folderDesk } from '../../../../doubles/workspace/storeDesk.ts';

const desk = folderDesk();
const keyOf = (no: number) => deriveKey(new Uint8Array(32).fill(no), 'outside calls');
const open = (key: number, mark: JournalMark | null) =>
  openCallJournal({
    workspaceFolder: desk.folder,
    key: keyOf(key),
    now: () => 1,
    mark,
    isRestored: false,
    isHeld: () => true,
  });
const staged = () => join(desk.folder, 'staged');
const folder = () => journalFolder(desk.folder);

/** Three entries in two files. */
function written(): JournalMark {
  const journal = open(1, null);
  const goodsOf = ['x'.repeat(900_000)];
  for (const orderCode of ['C1', 'C2', 'C3'])
    journal.begin({ call: 'book', accountId: 'a', orderCode, goodsOf });
  journal.close();
  return journal.mark();
}

it('goes on under another key, entry for entry, once its folder is put in place', () => {
  const mark = written();
  const resealed = resealJournal(
    { folder: folder(), key: keyOf(1), mark },
    { folder: staged(), key: keyOf(2) },
  );
  if (!resealed.ok) throw new Error(resealed.code);
  expect(resealed.value?.seq).toBe(mark.seq);
  rmSync(folder(), { recursive: true });
  renameSync(staged(), folder());
  const journal = open(2, resealed.value);
  expect(journal.refusal()).toBeNull();
  expect(journal.after(null).map(({ orderCode }) => orderCode)).toEqual(['C1', 'C2', 'C3']);
  expect(journal.begin({ call: 'book', accountId: 'a', orderCode: 'C4' })).toBeNull();
  journal.close();
  const withOldKey = open(1, mark);
  expect(withOldKey.refusal()).toMatchObject({ code: 'JOURNAL_BROKEN' });
});

it('is not written again where it does not prove itself', () => {
  const mark = written();
  appendFileSync(join(folder(), readdirSync(folder()).at(-1) ?? ''), 'bm90IG91cnM=\n');
  const from = { folder: folder(), key: keyOf(1), mark };
  expect(resealJournal(from, { folder: staged(), key: keyOf(2) })).toMatchObject({ code: 'JOURNAL_BROKEN' });
  expect(existsSync(staged())).toBe(false);
});

it('a workspace that has none yet has none after it', () => {
  open(1, null).close();
  rmSync(folder(), { recursive: true });
  expect(existsSync(folder())).toBe(false);
  const from = { folder: folder(), key: keyOf(1), mark: null };
  expect(resealJournal(from, { folder: staged(), key: keyOf(2) })).toEqual({ ok: true, value: null });
});
