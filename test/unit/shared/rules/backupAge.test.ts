import { describe, expect, it } from 'vitest';
import { alarmDaysOf, type BackupFacts, backupStanding } from '../../../../shared/rules/backupAge.ts';
import { dayMs } from '../../../../shared/rules/shopTime.ts';

const now = 1_000 * dayMs;
const facts = (change: Partial<BackupFacts> = {}): BackupFacts => ({
  lastBackupAt: now - dayMs,
  isScheduled: true,
  alarmDays: null,
  isFailing: false,
  secondSince: null,
  usedSince: null,
  isElsewhere: false,
  ...change,
});

describe('how old a backup may be', () => {
  it('is two days where the program makes them, seven where a person does, or what somebody chose', () => {
    expect(backupStanding(facts({ lastBackupAt: now - 2 * dayMs + 1 }), now)).toBe('fine');
    expect(backupStanding(facts({ lastBackupAt: now - 2 * dayMs }), now)).toBe('old');
    const byHand = { isScheduled: false, lastBackupAt: now - 7 * dayMs };
    expect(backupStanding(facts({ ...byHand, lastBackupAt: now - 6 * dayMs }), now)).toBe('fine');
    expect(backupStanding(facts(byHand), now)).toBe('old');
    expect(backupStanding(facts({ ...byHand, alarmDays: 30 }), now)).toBe('fine');
    expect(alarmDaysOf(facts({ alarmDays: 1 }))).toBe(1);
  });

  it('tells that none was made, that none can be made, and that the second place has waited too long', () => {
    expect(backupStanding(facts({ lastBackupAt: null }), now)).toBe('none');
    expect(backupStanding(facts({ isFailing: true }), now)).toBe('failing');
    expect(backupStanding(facts({ secondSince: now - dayMs }), now)).toBe('fine');
    expect(backupStanding(facts({ secondSince: now - 2 * dayMs }), now)).toBe('second-old');
  });

  it('calls a workspace never backed up once it has been in use for so many days', () => {
    const never = { lastBackupAt: null, usedSince: now - 2 * dayMs };
    expect(backupStanding(facts(never), now)).toBe('never');
    expect(backupStanding(facts({ ...never, usedSince: now - 2 * dayMs + 1 }), now)).toBe('none');
    expect(backupStanding(facts({ ...never, alarmDays: 3 }), now)).toBe('none');
    expect(backupStanding(facts({ ...never, isScheduled: false }), now)).toBe('none');
    expect(backupStanding(facts({ ...never, isFailing: true }), now)).toBe('failing');
  });

  it('is nobody’s business here where a server holds the book', () => {
    expect(backupStanding(facts({ lastBackupAt: null, isElsewhere: true }), now)).toBe('fine');
  });

  it('takes one from ahead of a clock that was set back as made now', () => {
    expect(backupStanding(facts({ lastBackupAt: now + 400 * dayMs }), now)).toBe('fine');
  });
});
