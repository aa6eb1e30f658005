import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstalledProgram } from '../../../electron/updates/installed.ts';
import { changeUpdateSettings } from '../../../electron/usecases/updates/updateSettings.ts';
import { newKey, signRelease } from '../../../resources/installers/signRelease.ts';
import type { UpdateChannel } from '../../../shared/domain/updates/release.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { openBackupDesk } from '../workspace/backupDesk.ts';
import type { TestWorkspace, TestWorkspaceOptions } from '../workspace/openTestWorkspace.ts';
import { openUpdateFeed, type UpdateFeed } from './updateFeed.ts';

const presentVersion = '0.1.0';

interface Version {
  readonly version?: string;
  readonly channel?: UpdateChannel;
  readonly share?: number;
  /** Of another publisher. */
  readonly isForeign?: boolean;
  readonly installer?: Buffer;
  readonly form?: 'deb' | 'appimage';
}

/** An installed program that trusts a release key, a workspace of it, and a publisher who hands versions out. */
export interface UpdateDesk {
  readonly workspace: TestWorkspace;
  readonly feed: UpdateFeed;
  /** Installers that were started instead of this program. */
  readonly replacedBy: string[];
  /** What the system says to the next one. */
  refusal: Outcome<null>;
  /** Lays a signed version into a folder; returns it. The installer is called `shipdesk_VERSION_amd64.deb`. */
  publish(version?: Version): string;
  /** The same, at the feed. */
  offer(version?: Version): void;
  close(): Promise<void>;
}

const installerName = (version: string, form: NonNullable<Version['form']>): string =>
  form === 'deb' ? `shipdesk_${version}_amd64.deb` : `ShipDesk-${version}.AppImage`;

/** Some pieces of a connection long, and different in each of them. */
export const installerBytes = (seed = 1): Buffer =>
  Buffer.from(Uint8Array.from({ length: 400_000 }, (_, at) => (at * 31 + (at >> 8) * seed) % 251));

export async function openUpdateDesk(
  program: Partial<InstalledProgram> = {},
  options: TestWorkspaceOptions = {},
): Promise<UpdateDesk> {
  const backups = await openBackupDesk(options);
  const feed = await openUpdateFeed();
  const folder = mkdtempSync(join(tmpdir(), 'publisher-'));
  const own = newKey();
  const foreign = newKey();
  const replacedBy: string[] = [];
  const installed: InstalledProgram = {
    version: presentVersion,
    arch: 'x64',
    releaseKey: own.key,
    feed: null,
    form: { form: 'deb', file: '' },
    replace: async (file) => {
      if (desk.refusal.ok) replacedBy.push(file);
      return desk.refusal;
    },
    ...program,
  };
  const workspace = Object.assign(backups.workspace, { program: installed });
  await changeUpdateSettings(workspace, { address: feed.address });
  let published = 0;
  const desk: UpdateDesk = {
    workspace,
    feed,
    replacedBy,
    refusal: done(null),
    publish({
      version = '0.2.0',
      channel = 'stable',
      share = 100,
      isForeign = false,
      installer,
      form = 'deb',
    } = {}) {
      const place = join(folder, String(published++));
      mkdirSync(place);
      writeFileSync(join(place, installerName(version, form)), installer ?? installerBytes());
      const notes = { 'zh-CN': `${version} 的新内容`, en: `What is new in ${version}` };
      const keys = isForeign ? foreign : own;
      signRelease({ folder: place, channel, share, version, releasedOn: '2026-11-28', notes, ...keys });
      return place;
    },
    offer(version) {
      for (const [name, content] of filesIn(desk.publish(version))) feed.files.set(name, content);
    },
    async close() {
      rmSync(folder, { recursive: true, force: true });
      await feed.close();
      await backups.close();
    },
  };
  return desk;
}

function filesIn(folder: string): [string, Buffer][] {
  return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]);
}
