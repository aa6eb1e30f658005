import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrackingCase } from '../../../../../electron/store/schema.ts';
import { readCaseRules, saveCaseRules } from '../../../../../electron/usecases/tracking/caseRules.ts';
import { countCases, listCases, readCase } from '../../../../../electron/usecases/tracking/cases.ts';
import {
  assignCases,
  closeCases,
  noteCases,
  reopenCases,
  setCasesDue,
  snoozeCases,
  waitForOthers,
} from '../../../../../electron/usecases/tracking/changeCases.ts';
import { usualCaseRuleSet } from '../../../../../shared/domain/cases/caseRules.ts';
import { caseRank } from '../../../../../shared/domain/cases/trackingCase.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const hour = 3_600_000;

async function openCase(id: string, change: Partial<TrackingCase> = {}): Promise<void> {
  const now = workspace.clock.now();
  const kind = change.kind ?? 'silent';
  await workspace.store.write((write) =>
    write.cases.open({
      id,
      waybillNo: `w-${id}`,
      carrier: 'ZTO',
      orderId: '',
      orderNo: `NO-${id}`,
      phoneTail: '8000',
      province: '广东省',
      kind,
      rank: caseRank(kind),
      occurrence: 1,
      state: 'open',
      version: 0,
      sinceAt: now - hour,
      limitAt: now,
      basisJson: '{}',
      openedAt: now,
      ownerId: '',
      ownerName: '',
      dueAt: now + 4 * hour,
      snoozeUntil: null,
      waitingOn: null,
      outcome: null,
      closedAt: null,
      closedBy: '',
      notes: 0,
      goneAt: null,
      ...change,
    }),
  );
}

const page = { offset: 0, limit: 50 };
const listed = async (filter: object = {}) =>
  (await listCases(workspace, { ...page, ...filter })).rows.map(({ id }) => id);

describe('the list of exceptions', () => {
  it('stands with the worst first, then the longest past its limit', async () => {
    await openCase('late-short', { kind: 'late', limitAt: 900 });
    await openCase('silent', { kind: 'silent', limitAt: 1 });
    await openCase('late-long', { kind: 'late', limitAt: 100 });
    await openCase('lost', { kind: 'lost', limitAt: 5_000 });
    expect(await listed()).toEqual(['lost', 'late-long', 'late-short', 'silent']);
    expect(await listed({ kind: 'late' })).toEqual(['late-long', 'late-short']);
    expect(await listed({ level: 'today' })).toEqual(['silent']);
    expect(await listed({ search: 'NO-lost' })).toEqual(['lost']);
  });

  it('counts what is open, waiting, snoozed, past its due time and nobody’s', async () => {
    const now = workspace.clock.now();
    await openCase('a', { dueAt: now - 1 });
    await openCase('b', { state: 'waiting', waitingOn: 'carrier', ownerId: 'owner' });
    await openCase('c', { state: 'solved' });
    expect(await countCases(workspace)).toMatchObject({
      open: 1,
      waiting: 1,
      snoozed: 0,
      overdue: 1,
      unowned: 1,
      byKind: { silent: 2, lost: 0 },
      byLevel: { today: 2 },
    });
    expect(await listed({ isOverdue: true })).toEqual(['a']);
  });
});

describe('working on exceptions', () => {
  it('keeps every step with its time, and the note is counted', async () => {
    await openCase('a');
    const choice = { caseIds: ['a'] };
    await noteCases(workspace, { choice, text: ' 网点说明天派 ' });
    await waitForOthers(workspace, { choice, on: 'carrier' });
    await closeCases(workspace, { choice, outcome: 'carrier-fixed', note: '' });
    const shown = await readCase(workspace, { caseId: 'a' });
    expect(shown).toMatchObject({
      value: { state: 'solved', outcome: 'carrier-fixed', notes: 1, waitingOn: null },
    });
    if (!shown.ok) throw new Error(shown.code);
    expect(shown.value.steps.map(({ kind, note }) => [kind, note])).toEqual([
      ['note', '网点说明天派'],
      ['waiting', 'carrier'],
      ['closed', 'carrier-fixed'],
    ]);
  });

  it('changes nothing solved but its notes, until somebody reopens it', async () => {
    await openCase('a', { state: 'solved', outcome: 'other' });
    const choice = { caseIds: ['a'] };
    const refused = await waitForOthers(workspace, { choice, on: 'buyer' });
    expect(refused).toMatchObject({ value: { changed: 0, refused: [{ code: 'CASE_MOVE_REFUSED' }] } });
    expect(await noteCases(workspace, { choice, text: '补充' })).toMatchObject({ value: { changed: 1 } });
    expect(await reopenCases(workspace, { choice })).toMatchObject({ value: { changed: 1 } });
    expect(await listed({ state: 'open' })).toEqual(['a']);
  });

  it('puts nothing out of sight for longer than two weeks, nor into the past', async () => {
    await openCase('a');
    const now = workspace.clock.now();
    const choice = { caseIds: ['a'] };
    for (const until of [now, now + 15 * 24 * hour])
      expect(await snoozeCases(workspace, { choice, until })).toMatchObject({ code: 'CASE_TIME_REFUSED' });
    expect(await snoozeCases(workspace, { choice, until: now + hour })).toMatchObject({ ok: true });
    expect(await listed({ state: 'snoozed' })).toEqual(['a']);
    expect(await setCasesDue(workspace, { choice, dueAt: null })).toMatchObject({ value: { changed: 1 } });
  });

  it('changes many at once only when they are as many as the person was told', async () => {
    for (const id of ['a', 'b', 'c']) await openCase(id);
    const filter = { kind: 'silent' as const };
    const close = (expected: number) =>
      closeCases(workspace, { choice: { filter, expected }, outcome: 'no-problem', note: '' });
    expect(await close(2)).toMatchObject({ code: 'CASES_COUNT_CHANGED', params: { count: 3, expected: 2 } });
    expect(await listed()).toHaveLength(3);
    expect(await close(3)).toMatchObject({ value: { changed: 3, refused: [] } });
    expect(await listed()).toEqual([]);
  });

  it('gives a case to nobody who does not work here, and names one that is not there', async () => {
    await openCase('a');
    expect(await assignCases(workspace, { choice: { caseIds: ['a'] }, ownerId: 'x' })).toMatchObject({
      code: 'CASE_OWNER_UNKNOWN',
    });
    const both = { caseIds: ['a', 'gone'] };
    expect(await assignCases(workspace, { choice: both, ownerId: 'owner' })).toMatchObject({
      value: { changed: 1, refused: [{ caseId: 'gone', code: 'CASE_NOT_FOUND' }] },
    });
  });
});

describe('the rules', () => {
  it('are as usual until somebody changes them, and a limit out of range changes none', async () => {
    expect(await readCaseRules(workspace.store.read)).toEqual(usualCaseRuleSet);
    const withLimit = (limit: number) => ({
      ...usualCaseRuleSet,
      rules: usualCaseRuleSet.rules.map((rule) => (rule.kind === 'silent' ? { ...rule, limit } : rule)),
    });
    expect(await saveCaseRules(workspace, withLimit(1))).toMatchObject({ code: 'CASE_RULES_INVALID' });
    expect(await readCaseRules(workspace.store.read)).toEqual(usualCaseRuleSet);
    expect(await saveCaseRules(workspace, withLimit(48))).toMatchObject({ ok: true });
    expect(await readCaseRules(workspace.store.read)).toEqual(withLimit(48));
  });

  it('take no pause that ends before it begins', async () => {
    const pauses = [{ from: '2027-02-12', to: '2027-02-05', carrier: '', name: '' }];
    expect(await saveCaseRules(workspace, { ...usualCaseRuleSet, pauses })).toMatchObject({
      code: 'CASE_PAUSE_INVALID',
    });
  });
});
