import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, RecordedCall } from '../../../../../electron/store/schema.ts';
import {
  attachEvidence,
  removeEvidence,
  takeOutEvidence,
} from '../../../../../electron/usecases/platformRecord/evidence.ts';
import { exportRecord } from '../../../../../electron/usecases/platformRecord/exportRecord.ts';
import {
  moveIncident,
  readIncidents,
  startIncident,
} from '../../../../../electron/usecases/platformRecord/incidents.ts';
import { addNote } from '../../../../../electron/usecases/platformRecord/notes.ts';
import { readPlatformRecord } from '../../../../../electron/usecases/platformRecord/record.ts';
import { saveRequirements } from '../../../../../electron/usecases/platformRecord/requirements.ts';
import { readTerms, saveTerms } from '../../../../../electron/usecases/platformRecord/terms.ts';
import { noTerms, type SupportTerms } from '../../../../../shared/domain/platformRecord/platformRecord.ts';
import { emptyRequirements } from '../../../../../shared/domain/platformRecord/requirements.ts';
import { hourMs } from '../../../../../shared/rules/shopTime.ts';
import { readTexts } from '../../../../doubles/files/orderFile.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleCall } from '../../../../doubles/workspace/sampleCall.ts';

let workspace: TestWorkspace;
let account: Account;
let folder: string;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  account = await testAccount(workspace, { platform: 'kdniao' });
  folder = mkdtempSync(join(tmpdir(), 'evidence-'));
});
afterEach(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true });
});

const wholeDay = {
  days: [1, 2, 3, 4, 5, 6, 7],
  opensMinute: 540,
  closesMinute: 1_260,
  holidays: [],
  workdays: [],
};
const terms: SupportTerms = {
  ...noTerms,
  adviserName: '李顾问',
  hours: wholeDay,
  answerMinutes: 60,
  solutionMinutes: 480,
};

async function record() {
  const read = await readPlatformRecord(workspace, account.id);
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

async function verdicts() {
  const { dimensions } = await record();
  return Object.fromEntries(dimensions.map(({ dimension, verdict }) => [dimension, verdict]));
}

const save = (change: Partial<SupportTerms> = {}, version = 0) =>
  saveTerms(workspace, { accountId: account.id, terms: { ...terms, ...change }, version });

function attach(
  name: string,
  content: string | Uint8Array,
  change: { kind?: 'contract'; validUntil?: string } = {},
) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return attachEvidence(workspace, {
    accountId: account.id,
    kind: change.kind ?? 'protection-level',
    path,
    validUntil: change.validUntil ?? '',
  });
}

describe('what a platform is judged by', () => {
  it('is unknown where nobody has said anything, never good', async () => {
    expect(await verdicts()).toEqual({
      coverage: 'unknown',
      stability: 'unknown',
      functions: 'unknown',
      support: 'unknown',
      compliance: 'unknown',
    });
  });

  it('names carriers and regions of the list that the platform does not serve', async () => {
    const list = {
      ...emptyRequirements,
      scenes: ['domestic' as const],
      carriers: ['ZTO', 'FEDEX_X'],
      countries: ['HK', 'US'],
    };
    await saveRequirements(workspace, { list, skipped: [] });
    const { coverage } = await record();
    expect(coverage).toMatchObject({
      verdict: 'lacking',
      uncoveredCarriers: ['FEDEX_X'],
      uncoveredCountries: ['US'],
    });
  });

  it('compares agreed hours and first answer with what the shop wants', async () => {
    await save();
    expect(await verdicts()).toMatchObject({ support: 'good' });
    await save({ answerMinutes: 61 }, 1);
    expect(await verdicts()).toMatchObject({ support: 'lacking' });
    await save({ answerMinutes: null }, 2);
    expect(await verdicts()).toMatchObject({ support: 'unknown' });
    await save({ hours: { ...wholeDay, days: [1, 2, 3, 4, 5] } }, 3);
    expect(await verdicts()).toMatchObject({ support: 'lacking' });
  });

  it('is unknown by too few calls, good at 99.9 % and lacking below it, by this account alone', async () => {
    let no = 0;
    const calls = (count: number, change: Partial<RecordedCall> = {}) =>
      workspace.store.write(async (write) => {
        const at = workspace.clock.now();
        for (let index = 0; index < count; index++)
          await write.calls.insert(sampleCall(++no, { at, accountId: account.id, ...change }));
      });
    const down = { errorCode: 'NETWORK_TIMEOUT', certainty: 'unknown' } as const;
    await calls(998);
    await calls(1, down);
    await calls(500, { accountId: 'another' });
    expect(await verdicts()).toMatchObject({ stability: 'unknown' });
    expect((await record()).stability).toMatchObject({ calls: 999, faults: 1, fewestCalls: 1_000 });
    await calls(1);
    expect(await verdicts()).toMatchObject({ stability: 'good' });
    // The shop's own debt is no absence of the platform.
    await calls(5, { errorCode: 'CARRIER_ARREARS', certainty: 'did-not-happen' });
    expect(await verdicts()).toMatchObject({ stability: 'good' });
    await calls(1, down);
    expect(await verdicts()).toMatchObject({ stability: 'lacking' });
    await workspace.clock.advance(31 * 24 * hourMs);
    expect(await verdicts()).toMatchObject({ stability: 'unknown' });
    expect((await record()).stability).toMatchObject({ calls: 0, availability: null });
  });

  it('holds compliance proven only by both files, and only until they run out', async () => {
    await attach('level3.pdf', '%PDF-1.7 certificate', { validUntil: '2030-01-01' });
    expect(await verdicts()).toMatchObject({ compliance: 'unknown' });
    const path = join(folder, 'encryption.txt');
    writeFileSync(path, '加密说明');
    await attachEvidence(workspace, { accountId: account.id, kind: 'encryption', path, validUntil: '' });
    expect(await verdicts()).toMatchObject({ compliance: 'good' });
    await workspace.clock.advance(Date.parse('2030-01-02T00:00+08:00') - workspace.clock.now());
    expect(await verdicts()).toMatchObject({ compliance: 'lacking' });
  });
});

describe('terms', () => {
  it('are saved by who saw the latest, and refused without a single hour', async () => {
    expect(await save()).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await save({}, 0)).toMatchObject({ code: 'RECORD_CHANGED_MEANWHILE' });
    expect(await save({ hours: { ...wholeDay, days: [] } }, 1)).toMatchObject({
      code: 'SUPPORT_HOURS_WRONG',
    });
    expect((await readTerms(workspace, account.id)).terms).toEqual(terms);
  });
});

describe('a file of the record', () => {
  it('comes out byte for byte, is sealed in the database, and is gone when it is removed', async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.7 '), Buffer.from([0, 255, 10, 13])]);
    const id = await attach('等保证明.pdf', content);
    if (!id.ok) throw new Error(id.code);
    const row = await workspace.store.read.platformRecords.evidenceById(id.value);
    expect(Buffer.from(row?.sealedContent ?? '', 'base64').includes('%PDF')).toBe(false);
    const taken = await takeOutEvidence(workspace, id.value);
    expect(taken.ok && readFileSync(taken.value.path)).toEqual(content);
    await removeEvidence(workspace, id.value);
    expect((await record()).evidence).toEqual([]);
    expect(await takeOutEvidence(workspace, id.value)).toMatchObject({ code: 'EVIDENCE_NOT_FOUND' });
  });

  it.each([
    ['a program under the name of a picture', 'scan.png', 'MZ\u0000\u0000', 'EVIDENCE_TYPE'],
    ['a kind that is not kept', 'page.html', '<html>', 'EVIDENCE_TYPE'],
    ['an empty file', 'empty.txt', '', 'EVIDENCE_TYPE'],
    ['more than there is room for', 'large.txt', 'x'.repeat(8_000_001), 'EVIDENCE_TOO_LARGE'],
  ])('is refused: %s', async (_, name, content, code) => {
    expect(await attach(name, content)).toMatchObject({ ok: false, code });
  });

  it('is refused with a last day that is none, or when it is not there', async () => {
    expect(await attach('a.txt', 'text', { validUntil: '2026-02-30' })).toMatchObject({
      code: 'EVIDENCE_DAY_WRONG',
    });
    const path = join(folder, 'nothing.pdf');
    const missing = { accountId: account.id, kind: 'contract' as const, path, validUntil: '' };
    expect(await attachEvidence(workspace, missing)).toMatchObject({ code: 'EVIDENCE_UNREADABLE' });
  });
});

describe('an incident', () => {
  const start = async () => {
    const begun = await startIncident(workspace, {
      accountId: account.id,
      title: '批量取号失败',
      ticketNo: 'T9',
      startedAt: null,
    });
    if (!begun.ok) throw new Error(begun.code);
    return begun.value;
  };
  const move = (id: string, step: 'answered' | 'solved' | 'reopened', outcome = '') =>
    moveIncident(workspace, { id, step, at: null, outcome });
  const rows = async () => (await readIncidents(workspace, account.id)).rows;

  it('keeps the terms it began under, whatever is agreed later', async () => {
    await save({ hours: { ...wholeDay, opensMinute: 0, closesMinute: 0 } });
    await start();
    await save({ answerMinutes: 6_000 }, 1);
    await workspace.clock.advance(2 * hourMs);
    expect((await rows())[0]?.promises.map(({ state }) => state)).toEqual(['late', 'running']);
  });

  it('is answered, solved with what came of it, and reopened as if it had never been solved', async () => {
    const id = await start();
    await workspace.clock.advance(hourMs);
    expect(await move(id, 'answered')).toMatchObject({ ok: true });
    expect(await move(id, 'answered')).toMatchObject({ code: 'RECORD_CHANGED_MEANWHILE' });
    expect(await move(id, 'solved')).toMatchObject({ code: 'RECORD_TEXT_MISSING' });
    expect(await move(id, 'solved', '平台已扩容')).toMatchObject({ ok: true });
    expect(await move(id, 'reopened')).toMatchObject({ ok: true });
    expect((await rows())[0]).toMatchObject({ solvedAt: null, outcome: '平台已扩容' });
  });

  it('does not begin in the future, nor end before it began', async () => {
    const now = workspace.clock.now();
    const begin = { accountId: account.id, title: 'x', ticketNo: '' };
    expect(await startIncident(workspace, { ...begin, startedAt: now + 1 })).toMatchObject({
      code: 'INCIDENT_TIME_WRONG',
    });
    const id = await start();
    expect(await moveIncident(workspace, { id, step: 'answered', at: now - 1, outcome: '' })).toMatchObject({
      code: 'INCIDENT_TIME_WRONG',
    });
  });
});

describe('the record on paper', () => {
  it('is a table, a page and data that say the same, without persons that notes speak of', async () => {
    await save();
    await addNote(workspace, {
      accountId: account.id,
      kind: 'question',
      person: '李顾问',
      text: '买家张三丰 13812345678 的件 <查不到>',
      evidenceId: null,
      incidentId: null,
    });
    const texts = await Promise.all(
      (['xlsx', 'html', 'json'] as const).map(async (format) => {
        const written = await exportRecord(workspace, { accountId: account.id, language: 'zh-CN', format });
        if (!written.ok) throw new Error(written.code);
        const bytes = readFileSync(written.value.path);
        return format === 'xlsx' ? JSON.stringify(await readTexts(bytes)) : bytes.toString('utf8');
      }),
    );
    for (const text of texts) {
      expect(text).toContain('李顾问');
      expect(text).not.toContain('13812345678');
    }
    const [table, page] = texts;
    expect(table).toContain('09:00–21:00');
    expect(page).toContain('&lt;查不到&gt;');
    expect(page).not.toContain('<script');
  });

  it('refuses notes that point to a file or an incident of another account', async () => {
    const other = await testAccount(workspace, { platform: 'sf' });
    const id = await startIncident(workspace, {
      accountId: other.id,
      title: 'x',
      ticketNo: '',
      startedAt: null,
    });
    const note = { accountId: account.id, kind: 'other' as const, person: '', text: 'x', evidenceId: null };
    expect(await addNote(workspace, { ...note, incidentId: id.ok ? id.value : '' })).toMatchObject({
      code: 'INCIDENT_NOT_FOUND',
    });
  });
});
