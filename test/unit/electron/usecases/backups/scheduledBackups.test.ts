import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBackups } from '../../../../../electron/usecases/backups/list.ts';
import {
  changeBackupPlan,
  chooseSecondPlace,
  readBackups,
} from '../../../../../electron/usecases/backups/plan.ts';
import { backUpWorkspace } from '../../../../../electron/usecases/workspace/backup.ts';
import { dayMs, hourMs, minuteMs } from '../../../../../shared/rules/shopTime.ts';
import { type BackupDesk, openBackupDesk } from '../../../../doubles/workspace/backupDesk.ts';

let desk: BackupDesk;
beforeEach(async () => {
  desk = await openBackupDesk();
});
afterEach(() => desk.close());

const own = () => join(desk.workspace.folder, 'backups');
const made = (folder = own()) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('auto-')) : [];
const told = () => readBackups(desk.workspace, desk.backups.knowledge);

describe('backups that make themselves', () => {
  it('are made at the first idle minute, then each hour in which something changed', async () => {
    await desk.after(minuteMs);
    expect(made()).toHaveLength(1);
    await desk.after(hourMs);
    expect(made()).toHaveLength(1);
    desk.work();
    await desk.after(minuteMs);
    expect(made()).toHaveLength(2);
    desk.work();
    await desk.after(59 * minuteMs);
    expect(made()).toHaveLength(2);
    await desk.after(minuteMs);
    expect(made()).toHaveLength(3);
  });

  it('are made once a day where nothing changes, so that their age says what it seems to say', async () => {
    await desk.after(minuteMs);
    await desk.after(dayMs - 2 * minuteMs);
    expect(made()).toHaveLength(1);
    await desk.after(2 * minuteMs);
    expect(made()).toHaveLength(2);
    expect((await told()).standing).toBe('fine');
  });

  it('wait while a booking is sent, a label handed over or an import runs, for half an hour at most', async () => {
    desk.isBusy = true;
    await desk.after(minuteMs);
    await desk.after(29 * minuteMs);
    expect(made()).toHaveLength(0);
    await desk.after(minuteMs);
    expect(made()).toHaveLength(1);
    desk.work();
    await desk.after(hourMs);
    desk.isBusy = false;
    await desk.after(minuteMs);
    expect(made()).toHaveLength(2);
  });

  it('are not made of a practice workspace until somebody wants them, nor once they are switched off', async () => {
    await desk.close();
    desk = await openBackupDesk({ isPractice: true });
    await desk.after(minuteMs);
    expect(made()).toHaveLength(0);
    await changeBackupPlan(desk.workspace, { isScheduled: true });
    await desk.after(minuteMs);
    expect(made()).toHaveLength(1);
    await changeBackupPlan(desk.workspace, { isScheduled: false });
    await desk.after(2 * dayMs);
    expect(made()).toHaveLength(1);
  });

  it('tell what keeps them from being made, try again ever later, and are told fine once they succeed', async () => {
    writeFileSync(own(), 'in the way');
    await desk.after(minuteMs);
    expect(await told()).toMatchObject({ standing: 'failing', failing: { code: 'BACKUP_NOT_WRITABLE' } });
    const toldSoFar = desk.workspace.topics.filter((topic) => topic === 'status').length;
    // Tried after 1, 2, 4, 8 … minutes: seven tries in two hours of looks, not 120.
    for (let minute = 1; minute <= 120; minute++) await desk.after(minuteMs);
    const tries = desk.workspace.topics.filter((topic) => topic === 'status').length - toldSoFar;
    expect(tries).toBe(6);
    rmSync(own());
    desk.backups.tryAgain();
    await desk.after(minuteMs);
    expect(await told()).toMatchObject({ standing: 'fine' });
    expect((await told()).failing).toBeUndefined();
    expect(made()).toHaveLength(1);
  });

  it('keep the ladder and never touch what a person made, set aside or merely gave such a name', async () => {
    await desk.after(minuteMs);
    const byHand = await backUpWorkspace(desk.workspace, undefined);
    if (!byHand.ok) throw new Error(byHand.code);
    writeFileSync(join(own(), 'auto-6T8WXY-20200101-000000.sdbackup'), 'no backup of ours');
    writeFileSync(join(own(), 'before-m0300.sdbackup'), 'the way back');
    for (let day = 0; day < 16; day++) {
      for (let hour = 0; hour < 2; hour++) {
        desk.work();
        await desk.after(hourMs);
      }
      await desk.after(22 * hourMs);
    }
    const names = readdirSync(own());
    expect(names).toContain('auto-6T8WXY-20200101-000000.sdbackup');
    expect(names).toContain('before-m0300.sdbackup');
    expect(existsSync(byHand.value.file)).toBe(true);
    // 14 days, a few weeks, today's hours, and what the next look confirms.
    expect(made().length).toBeLessThanOrEqual(20);
    expect(made().length).toBeGreaterThanOrEqual(14);
  });

  it('believe no file that bears their name and was not written with their key', async () => {
    await desk.after(minuteMs);
    const [real = ''] = made();
    const forged = join(own(), 'auto-6T8WXY-20200101-000000.sdbackup');
    const [magic, line, ...rest] = readFileSync(join(own(), real)).toString('latin1').split('\n');
    const text = (line ?? '').slice(65);
    const other = `${text.slice(0, 1) === '0' ? '1' : '0'}${text.slice(1)}`;
    const digest = createHash('sha256').update(Buffer.from(other, 'latin1')).digest('hex');
    writeFileSync(forged, Buffer.from([magic, `${digest} ${other}`, ...rest].join('\n'), 'latin1'));
    const listed = await listBackups(desk.workspace);
    expect(listed.map(({ isProven }) => isProven).sort()).toEqual([false, true]);
    for (let day = 0; day < 16; day++) {
      desk.work();
      await desk.after(dayMs);
    }
    expect(existsSync(forged)).toBe(true);
  });

  it('leave nothing of a process that died in the middle', () => {
    mkdirSync(own(), { recursive: true });
    const left = [
      'copy-4711.tmp',
      'copy-4711.tmp-journal',
      'auto-6T8WXY-20261127-100000.sdbackup.4711.tmp',
      'shipdesk-1.sdbackup.9.tmp',
    ];
    for (const name of left) writeFileSync(join(own(), name), 'half');
    writeFileSync(join(own(), 'notes.txt'), 'mine');
    desk.restart();
    expect(readdirSync(own())).toEqual(['notes.txt']);
  });

  it('are still thinned out at the second look when the program was started in between', async () => {
    const names = new Set<string>();
    for (let day = 0; day < 20; day++) {
      desk.work();
      desk.restart();
      await desk.after(dayMs);
      for (const name of made()) names.add(name);
    }
    expect(names.size).toBe(20);
    expect(made().length).toBeLessThan(20);
  });
});

describe('the second place of backups', () => {
  it('gets each backup, read back there, and keeps the same ladder without touching anybody’s files', async () => {
    expect(await chooseSecondPlace(desk.workspace, desk.drive)).toMatchObject({ ok: true });
    writeFileSync(join(desk.drive, 'photos.zip'), 'mine');
    await desk.after(minuteMs);
    expect(made(desk.drive)).toEqual(made());
    expect((await told()).second).toMatchObject({
      folderName: basename(desk.drive),
      copiedAt: desk.workspace.clock.now(),
    });
    for (let day = 0; day < 20; day++) {
      desk.work();
      await desk.after(dayMs);
    }
    expect(made(desk.drive).length).toBeLessThan(20);
    expect(existsSync(join(desk.drive, 'photos.zip'))).toBe(true);
  });

  it('gets what a person backed up as well, under a name of the schedule', async () => {
    await chooseSecondPlace(desk.workspace, desk.drive);
    await backUpWorkspace(desk.workspace, undefined);
    await desk.after(minuteMs);
    expect(made(desk.drive)).toHaveLength(1);
    expect(made()).toHaveLength(0);
  });

  it('that is away is reported and asked for less and less often; back again it catches up', async () => {
    await chooseSecondPlace(desk.workspace, desk.drive);
    await desk.after(minuteMs);
    const away = `${desk.drive}-away`;
    renameSync(desk.drive, away);
    desk.work();
    await desk.after(hourMs);
    expect(made()).toHaveLength(2);
    expect(await told()).toMatchObject({
      standing: 'fine',
      second: { failing: { code: 'BACKUP_PLACE_AWAY', params: { folder: desk.drive } } },
    });
    const news = desk.workspace.topics.length;
    for (let minute = 0; minute < 30; minute++) await desk.after(minuteMs);
    expect(desk.workspace.topics.length - news).toBeLessThan(12);
    await desk.after(2 * dayMs);
    expect((await told()).standing).toBe('second-old');
    renameSync(away, desk.drive);
    await desk.after(hourMs);
    expect(made(desk.drive)).toContain(made().at(-1));
    expect((await told()).standing).toBe('fine');
    expect((await told()).second?.failing).toBeUndefined();
  });

  it('is not taken for the empty folder or the other drive that stands where it was', async () => {
    await chooseSecondPlace(desk.workspace, desk.drive);
    const away = `${desk.drive}-away`;
    renameSync(desk.drive, away);
    mkdirSync(desk.drive);
    await desk.after(minuteMs);
    expect((await told()).second?.failing?.code).toBe('BACKUP_PLACE_AWAY');
    expect(readdirSync(desk.drive)).toEqual([]);
    rmSync(away, { recursive: true });
  });

  it('is refused inside the workspace, where it is not there, and where it cannot be written', async () => {
    const inside = join(desk.workspace.folder, 'copies');
    mkdirSync(inside);
    for (const folder of [inside, desk.workspace.folder])
      expect(await chooseSecondPlace(desk.workspace, folder)).toMatchObject({ code: 'BACKUP_PLACE_INSIDE' });
    for (const folder of [join(desk.drive, 'nowhere'), 'relative', ''])
      expect(await chooseSecondPlace(desk.workspace, folder)).toMatchObject({ code: 'BACKUP_PLACE_MISSING' });
    if (process.platform === 'linux')
      expect(await chooseSecondPlace(desk.workspace, '/proc')).toMatchObject({
        code: 'BACKUP_PLACE_NOT_WRITABLE',
      });
    expect((await told()).second).toBeNull();
  });

  it('is given up without a trace in what lies there', async () => {
    await chooseSecondPlace(desk.workspace, desk.drive);
    await desk.after(minuteMs);
    await chooseSecondPlace(desk.workspace, null);
    desk.work();
    await desk.after(hourMs);
    expect(made(desk.drive)).toHaveLength(1);
    expect(made()).toHaveLength(2);
    expect((await told()).second).toBeNull();
  });
});
