import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  compareVersions,
  mostReleaseBytes,
  releaseExtension,
} from '../../../shared/domain/updates/release.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { fetchFile, readUpdateAddress } from '../../updates/fetchFile.ts';
import { bringInstaller, sweepInstallers } from '../../updates/installers.ts';
import { readRelease } from '../../updates/signedRelease.ts';
import { keepOffer, notKept, readMemory, readSmallFile, remember } from '../../updates/updateFolder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readTrustedOffer } from './offer.ts';
import { forThisComputer, type TrustedRelease, updatable } from './releases.ts';
import { alone } from './turns.ts';

/** Where versions are asked for: the shop's own server, or what the product was built with. null: nowhere. */
export async function readFeed({ store, program }: Pick<Workspace, 'store' | 'program'>): Promise<{
  readonly address: string | null;
  readonly isOwn: boolean;
}> {
  const { address } = await store.read.settings.get('updates');
  return address === '' ? { address: program?.feed ?? null, isOwn: false } : { address, isOwn: true };
}

/** A file of the feed; the address may end with a slash or without. */
export function placeInFeed(address: string, name: string): Outcome<URL> {
  const folder = readUpdateAddress(address.endsWith('/') ? address : `${address}/`);
  return folder === null
    ? failure('UPDATE_ADDRESS_INVALID')
    : done(new URL(encodeURIComponent(name), folder));
}

/** Asks the feed once; null: there is nothing newer. What is found is offered, and nothing of it is fetched yet. */
export function checkUpdates(workspace: Workspace): Promise<Outcome<TrustedRelease | null>> {
  return alone(workspace, async () => {
    const found = await askFeed(workspace);
    const failing = found.ok ? null : { code: found.code, params: { ...found.params } };
    if (found.ok || found.code !== 'UPDATE_NOT_INSTALLED')
      try {
        remember(workspace, { checkedAt: workspace.clock.now(), failing });
      } catch (error) {
        return notKept(workspace, error);
      }
    workspace.changed('updates');
    return found;
  });
}

async function askFeed(workspace: Workspace): Promise<Outcome<TrustedRelease | null>> {
  const program = updatable(workspace.program);
  if (!program.ok) return program;
  const { channel } = await workspace.store.read.settings.get('updates');
  const { address } = await readFeed(workspace);
  if (address === null) return failure('UPDATE_ADDRESS_MISSING');
  const place = placeInFeed(address, `${channel}${releaseExtension}`);
  if (!place.ok) return place;
  const text = await fetchText(place.value);
  if (!text.ok) return text;
  const read = readRelease(text.value, place.value.host, program.value.releaseKey);
  if (!read.ok) return read;
  const release = read.value;
  if (channel === 'stable' && release.channel !== 'stable')
    return failure('UPDATE_OTHER_CHANNEL', { version: release.version });
  const trusted = forThisComputer(release, program.value);
  if (!trusted.ok && trusted.code !== 'UPDATE_OLDER') return trusted;
  const brought = broughtOffer(workspace);
  // A newer version brought as a file stays on offer, whatever the feed has.
  if (brought !== null && (!trusted.ok || compareVersions(brought.release.version, release.version) > 0))
    return done(trusted.ok ? brought : null);
  sweepInstallers(workspace, trusted.ok ? trusted.value.file : null);
  // Nothing newer is the usual answer; what the feed had offered before, the publisher has withdrawn.
  if (!trusted.ok) return done(null);
  keepOffer(workspace, text.value);
  remember(workspace, { isBrought: false });
  return trusted;
}

function broughtOffer(workspace: Workspace): TrustedRelease | null {
  if (!readMemory(workspace).isBrought) return null;
  const offer = readTrustedOffer(workspace);
  return offer.ok ? offer.value : null;
}

async function fetchText(place: URL): Promise<Outcome<string>> {
  const answered = await fetchFile(place);
  if (!answered.ok) return answered;
  const { status, pieces, isWhole, close } = answered.value;
  const { host } = place;
  if (status !== 200) {
    close();
    return failure('UPDATE_SERVER_ANSWER', { host, status });
  }
  const read: Buffer[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > mostReleaseBytes) return failure('UPDATE_UNREADABLE', { name: host });
    read.push(piece);
  }
  return isWhole() ? done(Buffer.concat(read).toString('utf8')) : failure('UPDATE_SERVER_CUT', { host });
}

/** Between two automatic checks. */
const pollMs = dayMs;

/** Checks once a day where that is switched on. A failure is shown in Settings and interrupts nobody. */
export async function checkDaily(workspace: Workspace): Promise<void> {
  if (!updatable(workspace.program).ok) return;
  const { isAutomatic } = await workspace.store.read.settings.get('updates');
  if (!isAutomatic || (await readFeed(workspace)).address === null) return;
  const { checkedAt } = readMemory(workspace);
  if (checkedAt !== null && Math.abs(workspace.clock.now() - checkedAt) < pollMs) return;
  await checkUpdates(workspace);
}

/**
 * Takes an installer that somebody brought, or the release beside it: either of both is named. It is copied, so that the stick it came
 * on can be taken out, and the copy is what is checked.
 */
export function takeFile(workspace: Workspace, path: string): Promise<Outcome<TrustedRelease>> {
  return alone(workspace, async () => {
    const program = updatable(workspace.program);
    if (!program.ok) return program;
    const found = findPair(path, program.value.releaseKey);
    if (!found.ok) return found;
    const trusted = forThisComputer(found.value.release, program.value);
    if (!trusted.ok) return trusted;
    const brought = await bringInstaller(workspace, dirname(path), trusted.value.file);
    if (!brought.ok) return brought;
    keepOffer(workspace, found.value.signed);
    remember(workspace, { isBrought: true });
    workspace.changed('updates');
    return trusted;
  });
}

interface Pair {
  readonly signed: string;
  readonly release: TrustedRelease['release'];
}

function findPair(path: string, key: string): Outcome<Pair> {
  const name = basename(path);
  if (name.endsWith(releaseExtension)) return readPair(path, key);
  let found: Outcome<Pair> = failure('UPDATE_FILES_APART', { name });
  for (const beside of releasesIn(dirname(path))) {
    const read = readPair(join(dirname(path), beside), key);
    if (read.ok && read.value.release.files.some((file) => file.name === name)) return read;
    if (!read.ok && !found.ok && found.code === 'UPDATE_FILES_APART') found = read;
  }
  return found;
}

function releasesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(releaseExtension));
  } catch {
    return [];
  }
}

function readPair(path: string, key: string): Outcome<Pair> {
  const name = basename(path);
  const signed = readSmallFile(path, mostReleaseBytes);
  if (signed === null) return failure('UPDATE_UNREADABLE', { name });
  const read = readRelease(signed, name, key);
  return read.ok ? done({ signed, release: read.value }) : read;
}
