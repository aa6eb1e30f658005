import { appendFileSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldJournal } from '../../../../../electron/store/journal/foldJournal.ts';
import { type CallJournal, openCallJournal } from '../../../../../electron/store/journal/openCallJournal.ts';
import { folderDesk } from '../../../../doubles/workspace/storeDesk.ts';

const desk = folderDesk();
let journal: CallJournal;
let now = 1_000;
const open = () => openCallJournal(desk.folder, () => now);
const first = () => join(desk.folder, 'outside-calls', '000001.journal');
beforeEach(() => {
  now = 1_000;
  journal = open();
});
afterEach(() => journal.close());

function reopen(): void {
  journal.close();
  journal = open();
}

const book = (orderCode: string) => ({ call: 'book', accountId: 'a', orderCode }) as const;

describe('the journal of outside calls', () => {
  it('tells a later start what was begun and what was learned of it, from any mark on', () => {
    journal.begin(book('C1'));
    const mark = journal.mark();
    journal.end(book('C1'), { certainty: 'happened', waybillNo: 'W1' });
    journal.begin(book('C2'));
    reopen();
    expect(journal.after(mark).entries.map(({ step, orderCode }) => [step, orderCode])).toEqual([
      ['end', 'C1'],
      ['begin', 'C2'],
    ]);
    expect(journal.after(journal.mark()).entries).toEqual([]);
    expect(journal.after(null).entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('is on disk before the call may leave', () => {
    journal.begin(book('C1'));
    expect(readFileSync(first(), 'utf8')).toContain('"orderCode":"C1"');
  });

  it('drops a last line that a power cut tore, and goes on with the next number', () => {
    journal.begin(book('C1'));
    appendFileSync(first(), 'deadbeef {"seq":2,"at":1,"step":"beg');
    reopen();
    journal.begin(book('C2'));
    expect(journal.after(null)).toMatchObject({ damagedLines: 0, entries: [{ seq: 1 }, { seq: 2 }] });
  });

  it('counts a line that was altered, and reads the others', () => {
    for (const code of ['C1', 'C2', 'C3']) journal.begin(book(code));
    writeFileSync(first(), readFileSync(first(), 'utf8').replace('"C2"', '"C9"'));
    reopen();
    const { entries, damagedLines } = journal.after(null);
    expect(damagedLines).toBe(1);
    expect(entries.map(({ orderCode }) => orderCode)).toEqual(['C1', 'C3']);
  });

  it('starts a new file when one is full, keeps the count, and lets full ones go after 90 days', () => {
    // A file of 4 MB is full.
    appendFileSync(first(), `${'x'.repeat(4 * 1024 * 1024)}\n`);
    reopen();
    journal.begin(book('C1'));
    journal.begin(book('C2'));
    reopen();
    expect(readdirSync(join(desk.folder, 'outside-calls'))).toEqual(['000001.journal', '000002.journal']);
    expect(journal.mark()).toEqual({ seq: 2, segment: 2 });
    utimesSync(first(), 1, 1);
    now = 91 * 24 * 60 * 60_000;
    reopen();
    expect(readdirSync(join(desk.folder, 'outside-calls'))).toEqual(['000002.journal']);
    journal.begin(book('C3'));
    expect(journal.mark().seq).toBe(3);
  });
});

describe('what the journal says of one code', () => {
  const fold = () => {
    const [reference] = foldJournal(journal.after(null).entries);
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
