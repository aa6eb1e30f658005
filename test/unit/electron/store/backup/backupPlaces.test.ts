import { expect, it } from 'vitest';
import { scheduledAt } from '../../../../../electron/store/backup/backupPlaces.ts';
import { fileStamp } from '../../../../../electron/usecases/workspace/backup.ts';

const workspaceId = '01M8QEABCDEFGHJK3F9C21';
const halfPastSeven = Date.parse('2026-11-30T23:30:05Z');

it('a backup made at 7:30 in the morning says the day and the time that the shop’s clock shows', () => {
  expect(fileStamp(halfPastSeven)).toBe('2026-12-01-073005');
  expect(scheduledAt('auto-3F9C21-2026-12-01-073005.sdbackup', workspaceId)).toBe(halfPastSeven);
  expect(scheduledAt('auto-3f9c21-2026-12-01-073005-2.sdbackup', workspaceId)).toBe(halfPastSeven);
});

it('the schedule goes on with backups whose names still say UTC', () => {
  expect(scheduledAt('auto-3F9C21-20261130-233005.sdbackup', workspaceId)).toBe(halfPastSeven);
});

it('another workspace’s backup, or a person’s file, is none of the schedule’s', () => {
  expect(scheduledAt('auto-AAAAAA-2026-12-01-073005.sdbackup', workspaceId)).toBeNull();
  expect(scheduledAt('shipdesk-2026-12-01-073005.sdbackup', workspaceId)).toBeNull();
});
