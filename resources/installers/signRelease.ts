/**
 * Signs what a release hands out: `node resources/installers/signRelease.ts FOLDER stable|early [SHARE]`. FOLDER holds the installers of
 * one version. Beside them it writes the signed release: for the feed of each channel that takes it, and for people who carry the
 * files. Reads `SHIPDESK_RELEASE_SECRET`, and `SHIPDESK_RELEASE_KEY`, which must be its public half, as the installers were built with it.
 *
 * `node resources/installers/signRelease.ts new-key` makes such a pair, once for the product: whoever loses the secret can update nobody.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { z } from 'zod';
import { readRelease } from '../../electron/updates/signedRelease.ts';
import {
  compareVersions,
  type ReleaseFile,
  releaseExtension,
  releaseSchema,
  type UpdateChannel,
  type UpdateForm,
  updateChannels,
} from '../../shared/domain/updates/release.ts';

const project = resolve(import.meta.dirname, '../..');

const formOf: Readonly<Record<string, UpdateForm>> = {
  '.exe': 'nsis',
  '.deb': 'deb',
  '.AppImage': 'appimage',
  '.dmg': 'dmg',
};

/** What stands before the 32 bytes of an Ed25519 key in its PKCS #8 form. */
const pkcs8Start = Buffer.from('302e020100300506032b657004220420', 'hex');

const secretKey = (secret: string) =>
  createPrivateKey({
    key: Buffer.concat([pkcs8Start, Buffer.from(secret, 'base64url')]),
    format: 'der',
    type: 'pkcs8',
  });

const publicText = (secret: string): string =>
  z.object({ x: z.string() }).parse(createPublicKey(secretKey(secret)).export({ format: 'jwk' })).x;

/** A pair as the release workflow keeps it: the key is built into the program, the secret stays with the publisher. */
export function newKey(): { readonly key: string; readonly secret: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { d: secret } = z.object({ d: z.string() }).parse(privateKey.export({ format: 'jwk' }));
  return { key: publicText(secret), secret };
}

/** Of this version alone: where older files stay at the feed, they are not handed out as the new one. */
function releaseFiles(folder: string, version: string): ReleaseFile[] {
  const isOfVersion = new RegExp(`(?<![\\d.])${version.replaceAll('.', '\\.')}(?!\\.?\\d)`);
  const files = readdirSync(folder)
    .filter((name) => isOfVersion.test(name))
    .sort()
    .flatMap((name) => {
      const form = formOf[extname(name)];
      if (form === undefined) return [];
      const content = readFileSync(join(folder, name));
      const sha512 = createHash('sha512').update(content).digest('base64');
      return [
        {
          form,
          arch: /arm64|aarch64/.test(name) ? ('arm64' as const) : ('x64' as const),
          name,
          bytes: content.length,
          sha512,
        },
      ];
    });
  for (const [at, { form, arch, name }] of files.entries()) {
    const twin = files.slice(0, at).find((other) => other.form === form && other.arch === arch);
    if (twin !== undefined) throw new Error(`${twin.name} and ${name} are for the same computers: keep one`);
  }
  return files;
}

interface ReleaseRequest {
  readonly folder: string;
  readonly channel: UpdateChannel;
  /** Percent of the computers that are offered it. */
  readonly share: number;
  readonly version: string;
  /** `2026-11-28`. */
  readonly releasedOn: string;
  readonly notes: { readonly 'zh-CN': string; readonly en: string };
  readonly key: string;
  readonly secret: string;
}

function isNewer(path: string, version: string, key: string): boolean {
  if (!existsSync(path)) return false;
  const there = readRelease(readFileSync(path, 'utf8'), path, key);
  return there.ok && compareVersions(there.value.version, version) > 0;
}

/** Writes the signed release and says under which names. What would not be accepted by the program is not written. */
export function signRelease({ folder, key, secret, ...wanted }: ReleaseRequest): readonly string[] {
  const release = JSON.stringify(
    releaseSchema.parse({
      product: 'cn.shipdesk.app',
      ...wanted,
      files: releaseFiles(folder, wanted.version),
    }),
    null,
    1,
  );
  const signature = sign(null, Buffer.from(release, 'utf8'), secretKey(secret)).toString('base64');
  const signed = JSON.stringify({ kind: 'shipdesk-release', release, signature });
  const read = readRelease(signed, 'release', key);
  if (!read.ok)
    throw new Error(`the release would be refused (${read.code}): is the secret that of the key?`);
  // What is stable is for everybody.
  const channels = updateChannels.filter((channel) => wanted.channel === 'stable' || channel === 'early');
  const names = [...channels, `shipdesk-${wanted.version}`]
    .map((name) => `${name}${releaseExtension}`)
    // Whoever takes early versions keeps a newer one, also when a stable one is signed again for more computers.
    .filter(
      (name) =>
        name === `${wanted.channel}${releaseExtension}` || !isNewer(join(folder, name), wanted.version, key),
    );
  for (const name of names) writeFileSync(join(folder, name), signed);
  return names;
}

function fromEnvironment(name: string): string {
  const value = process.env[name] ?? '';
  if (value === '') throw new Error(`${name} is not set`);
  return value;
}

function main([folder = '', channel = '', share = '100']: readonly string[]): void {
  if (folder === 'new-key') {
    const { key, secret } = newKey();
    process.stdout.write(`SHIPDESK_RELEASE_KEY=${key}\nSHIPDESK_RELEASE_SECRET=${secret}\n`);
    return;
  }
  const note = (language: string) =>
    readFileSync(join(import.meta.dirname, 'notes', `${language}.txt`), 'utf8');
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')));
  const names = signRelease({
    folder: resolve(folder),
    channel: z.enum(updateChannels).parse(channel),
    share: Number(share),
    version,
    releasedOn: new Date().toISOString().slice(0, 'yyyy-mm-dd'.length),
    notes: { 'zh-CN': note('zh-CN'), en: note('en') },
    key: fromEnvironment('SHIPDESK_RELEASE_KEY'),
    secret: fromEnvironment('SHIPDESK_RELEASE_SECRET'),
  });
  process.stdout.write(`${names.join('\n')}\n`);
}

if (import.meta.main) main(process.argv.slice(2));
