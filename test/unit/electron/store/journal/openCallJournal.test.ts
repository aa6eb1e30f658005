import { appendFileSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldJournal } from '../../../../../electron/store/journal/foldJournal.ts';
import {
  type CallJournal,
  type JournalMark,
  openCallJournal,
} from '../../../../../electron/store/journal/openCallJournal.ts';
import { deriveKey } from '../../../../../electron/vault/sealing.ts';
import { folderDesk } from '../../../../doubles/workspace/storeDesk.ts';

const desk = folderDesk();
const key = deriveKey(new Uint8Array(32).fill(1), 'outside calls');
let journal: CallJournal;
let now = 1_000;
let isHeld = true;
let isRestored = false;
let previousMark: JournalMark | null = null;
const open = (mark: JournalMark | null = null) =>
  openCallJournal({
    workspaceFolder: desk.folder,
    key,
    now: () => now,
    mark,
    isHeld: () => isHeld,
    isRestored,
    previousMark,
  });
const file = (no = 1) => join(desk.folder, 'outside-calls', `00000${no}.sealed`);
const names = () => readdirSync(join(desk.folder, 'outside-calls'));
const lines = (no = 1) => readFileSync(file(no), 'latin1').trimEnd().split('\n');
const put = (kept: readonly string[], no = 1) => writeFileSync(file(no), `${kept.join('\n')}\n`);
beforeEach(() => {
  now = 1_000;
  isHeld = true;
  isRestored = false;
  previousMark = null;
  journal = open();
});
afterEach(() => journal.close());

function reopen(mark: JournalMark | null = journal.mark()): CallJournal {
  journal.close();
  journal = open(mark);
  return journal;
}

const book = (orderCode: string) => ({ call: 'book', accountId: 'a', orderCode }) as const;
const codes = (mark: JournalMark | null = null) => journal.after(mark).map(({ orderCode }) => orderCode);
const broken = { code: 'JOURNAL_BROKEN' };

describe('the journal of outside calls', () => {
  it('tells a later start what was begun and what was learned of it, from any mark on', () => {
    journal.begin(book('C1'));
    const mark = journal.mark();
    journal.end(book('C1'), { certainty: 'happened', waybillNo: 'W1' });
    journal.begin(book('C2'));
    reopen(mark);
    expect(journal.after(mark).map(({ step, orderCode }) => [step, orderCode])).toEqual([
      ['end', 'C1'],
      ['begin', 'C2'],
    ]);
    expect(journal.after(journal.mark())).toEqual([]);
    expect(journal.after(null).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('is on disk before the call may leave, and shows no number and no code', () => {
    journal.begin(book('SECRETCODE'));
    journal.end(book('SECRETCODE'), { certainty: 'happened', waybillNo: '73610555582883' });
    const text = lines().map((line) => `${line} ${Buffer.from(line, 'base64').toString('latin1')}`);
    expect(text).toHaveLength(3);
    expect(text.join()).not.toMatch(/SECRETCODE|73610555582883|book/);
  });

  it('drops a last line that a power cut tore, and goes on with the next number', () => {
    journal.begin(book('C1'));
    const mark = journal.mark();
    journal.end(book('C1'), { certainty: 'unknown' });
    appendFileSync(file(), 'bm90aGluZw');
    reopen(mark);
    journal.begin(book('C2'));
    appendFileSync(file(), `${'\0'.repeat(700)}abc\nxyz\n`);
    reopen(mark);
    expect(journal.refusal()).toBeNull();
    expect(journal.after(null).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('raises no alarm when a power cut takes ends that were not synced and a database has counted past them', () => {
    journal.begin(book('C1'));
    const kept = lines();
    journal.end(book('C1'), { certainty: 'happened', waybillNo: 'W1' });
    const mark = journal.mark();
    put(kept);
    expect(reopen(mark).refusal()).toBeNull();
    journal.begin(book('C2'));
    expect(reopen().refusal()).toBeNull();
    // An older database goes on knowing the same journal.
    expect(
      reopen(mark)
        .after(mark)
        .map(({ orderCode }) => orderCode),
    ).toEqual(['C2']);
  });

  it('starts a new file when one is full, keeps the count, and lets full ones go after 90 days', () => {
    const goodsOf = ['x'.repeat(600_000)];
    for (const code of ['C1', 'C2']) journal.begin({ ...book(code), goodsOf });
    const old = journal.mark();
    journal.begin(book('C3'));
    expect(names()).toEqual(['000001.sealed', '000002.sealed']);
    expect(journal.mark()).toMatchObject({ seq: 3, segment: 2 });
    now += 91 * 24 * 60 * 60_000;
    reopen();
    expect(names()).toEqual(['000002.sealed', '000003.sealed']);
    expect(journal.begin(book('C4'))).toBeNull();
    expect(journal.mark().seq).toBe(4);
    // A clock set back changes nothing of it.
    now = 5_000;
    expect(reopen().refusal()).toBeNull();
    expect(journal.origin(journal.mark()).missingUntil).toBeNull();
    expect(journal.origin({ ...old, seq: 1 }).missingUntil).toBe(1_000);
  });
});

describe('a journal that does not prove itself', () => {
  let mark: JournalMark;
  beforeEach(() => {
    for (const code of ['C1', 'C2', 'C3']) journal.begin(book(code));
    mark = journal.mark();
    journal.begin(book('C4'));
  });
  const expectBroken = (from: JournalMark | null = mark) => {
    reopen(from);
    expect(journal.refusal()).toMatchObject(broken);
    expect(journal.begin(book('C9'))).toMatchObject(broken);
    journal.end(book('C9'), { certainty: 'happened' });
    expect(journal.after(null)).toEqual([]);
    expect(journal.isWhole()).toBe(false);
  };

  const swapped = (kept: readonly string[], at: number, instead = '') =>
    kept.map((line, index) => (index === at ? instead : line));
  const flipped = (line = '') => `${line.slice(0, 40)}${line[40] === 'A' ? 'B' : 'A'}${line.slice(41)}`;
  const attacks: readonly (readonly [string, (kept: string[]) => readonly string[]])[] = [
    ['a line that somebody wrote behind it', (kept) => [...kept, kept[2] ?? '']],
    ['a line in clear text', (kept) => [...kept, '0a17a139 {"call":"bind"}']],
    ['a flipped sign', (kept) => swapped(kept, 2, flipped(kept[2]))],
    ['a flipped sign behind the mark', (kept) => swapped(kept, 4, flipped(kept[4]))],
    ['a line left out', (kept) => kept.filter((_, index) => index !== 2)],
    ['a line said twice', (kept) => kept.flatMap((line, index) => (index === 2 ? [line, line] : [line]))],
    ['two lines in each other’s place', (kept) => swapped(swapped(kept, 1, kept[2]), 2, kept[1])],
    ['an end that was cut off', (kept) => kept.slice(0, 3)],
    ['no head', (kept) => kept.slice(1)],
  ];
  it.each(attacks)('%s: nothing of it is believed, and no call leaves', (_, attack) => {
    put(attack(lines()));
    expectBroken();
  });

  it('an end cut off between two starts, where a power cut may tear: seen all the same', () => {
    put(lines().slice(0, 3));
    appendFileSync(file(), `${'\0'.repeat(700)}\n`);
    expectBroken();
  });

  it('none at all, where one was', () => {
    rmSync(file());
    expectBroken();
  });

  it('an older journal in the place of this one', () => {
    const older = lines().slice(0, 2);
    put(older);
    expectBroken();
  });

  it('the journal of another workspace', () => {
    const other = openCallJournal({
      workspaceFolder: join(desk.folder, 'other'),
      key: deriveKey(new Uint8Array(32).fill(2), 'outside calls'),
      now: () => now,
      mark: null,
      isHeld: () => true,
      isRestored: false,
    });
    for (let no = 0; no < 4; no++) other.begin(book('C1'));
    other.close();
    copyFileSync(join(desk.folder, 'other', 'outside-calls', '000001.sealed'), file());
    expectBroken();
    expectBroken(null);
  });

  it('files swapped, doubled, or one of them taken out', () => {
    const goodsOf = ['x'.repeat(600_000)];
    for (let no = 0; no < 5; no++) journal.begin({ ...book('C5'), goodsOf });
    mark = journal.mark();
    expect(names()).toHaveLength(3);
    const [first, second] = [lines(1), lines(2)];
    put(second, 1);
    put(first, 2);
    expectBroken();
    put(first, 1);
    put(first, 2);
    expectBroken();
    rmSync(file(2));
    expectBroken();
    put(second, 2);
    expect(reopen(mark).refusal()).toBeNull();
    rmSync(file(1));
    expectBroken();
  });

  it('a clear file put beside it', () => {
    writeFileSync(join(desk.folder, 'outside-calls', '000009.journal'), '');
    expectBroken();
  });

  it('lines that somebody else writes while it is open', () => {
    appendFileSync(file(), `${lines()[1]}\n`);
    expect(journal.begin(book('C9'))).toMatchObject(broken);
  });

  it('is set aside, never deleted, and a new one starts that older databases know as such', () => {
    put(lines().slice(1));
    expectBroken();
    now = 9_000;
    const aside = journal.renew('aside');
    expect(readdirSync(aside ?? '')).toEqual(['000001.sealed']);
    expect(journal.refusal()).toBeNull();
    expect(journal.origin(mark)).toMatchObject({ missingUntil: 9_000 });
    expect(journal.begin(book('C5'))).toBeNull();
    const renewed = journal.mark();
    expect(reopen(renewed).refusal()).toBeNull();
    expect(journal.origin(renewed)).toEqual({ isTakenOver: false, missingUntil: null });
    expect(reopen(mark).refusal()).toBeNull();
    expect(codes(mark)).toEqual(['C5']);
  });
});

it('lets no call leave once the workspace is another program’s', () => {
  isHeld = false;
  expect(journal.begin(book('C1'))).toMatchObject({ code: 'WORKSPACE_TAKEN' });
  expect(lines()).toHaveLength(1);
});

it('starts again where a backup was restored beside none, and says that what happened since is not in it', () => {
  journal.begin(book('C1'));
  const mark = journal.mark();
  rmSync(file());
  isRestored = true;
  expect(reopen(mark).refusal()).toBeNull();
  expect(journal.origin(mark)).toEqual({ isTakenOver: false, missingUntil: now });
});

it('was cut where it ends before what the database knew that a backup replaced', () => {
  journal.begin(book('C1'));
  const older = journal.mark();
  const kept = lines();
  journal.begin(book('C2'));
  isRestored = true;
  previousMark = journal.mark();
  expect(reopen(older).refusal()).toBeNull();
  put(kept);
  expect(reopen(older).refusal()).toMatchObject(broken);
  rmSync(file());
  expect(reopen(older).refusal()).toMatchObject(broken);
});

describe('what the journal says of one code', () => {
  const fold = () => {
    const [reference] = foldJournal(journal.after(null));
    return reference;
  };
  const given = { call: 'void', accountId: 'a', orderCode: 'C1' } as const;
  const copy = (copyNo: number) => ({ call: 'print', accountId: 'a', orderCode: 'C1', copyNo }) as const;

  it('is open as soon as a call was begun, until the platform says that nothing exists', () => {
    journal.begin(book('C1'));
    expect(fold()?.booking).toBe('open');
    journal.end(book('C1'), { certainty: 'unknown' });
    expect(fold()?.booking).toBe('open');
    journal.end({ ...book('C1'), call: 'find' }, { certainty: 'did-not-happen' });
    expect(fold()?.booking).toBe('none');
    journal.begin(book('C1'));
    journal.end(book('C1'), { certainty: 'happened', waybillNo: 'W1' });
    expect(fold()).toMatchObject({ booking: 'open', waybillNo: 'W1' });
  });

  it('is given back only when the platform said so', () => {
    journal.begin(book('C1'));
    journal.begin(given);
    expect(fold()?.booking).toBe('voiding');
    journal.end(given, { certainty: 'did-not-happen' });
    expect(fold()?.booking).toBe('open');
    journal.begin(given);
    journal.end(given, { certainty: 'happened' });
    expect(fold()?.booking).toBe('voided');
  });

  it('is bound as soon as a person gave the number, until it turns out that it could not be kept', () => {
    const bound = { ...book('C1'), call: 'bind', waybillNo: 'W1', carrier: 'ZTO' } as const;
    journal.begin(bound);
    expect(fold()).toMatchObject({ booking: 'bound', waybillNo: 'W1', carrier: 'ZTO' });
    journal.end(bound, { certainty: 'did-not-happen' });
    expect(fold()).toMatchObject({ booking: 'none', waybillNo: '', carrier: '' });
    journal.begin(book('C1'));
    journal.begin(bound);
    journal.end(bound, { certainty: 'did-not-happen' });
    expect(fold()?.booking).toBe('open');
    journal.begin(bound);
    journal.begin(given);
    journal.end(given, { certainty: 'happened' });
    expect(fold()).toMatchObject({ booking: 'voided', waybillNo: 'W1' });
  });

  it('names each copy that came out or may have', () => {
    journal.begin(copy(1));
    journal.begin(copy(2));
    journal.end(copy(2), { certainty: 'did-not-happen' });
    journal.begin(copy(3));
    journal.end(copy(3), { certainty: 'unknown' });
    expect(fold()?.copies).toEqual([
      { parcelNo: 1, copyNo: 1 },
      { parcelNo: 1, copyNo: 3 },
    ]);
  });

  it('keeps the labels of several parcels apart', () => {
    const of = (parcelNo: number) => ({ ...copy(1), parcelNo });
    for (const parcelNo of [2, 3]) journal.begin(of(parcelNo));
    journal.end(of(2), { certainty: 'did-not-happen' });
    expect(fold()?.copies).toEqual([{ parcelNo: 3, copyNo: 1 }]);
  });
});
