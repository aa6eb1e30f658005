import { z } from 'zod';

/** Who takes new versions first, and who waits until those have worked with them. */
export const updateChannels = ['stable', 'early'] as const;
export type UpdateChannel = (typeof updateChannels)[number];

/** How this program can be installed, and so how another version takes its place. */
export const updateForms = ['nsis', 'deb', 'appimage', 'dmg'] as const;
export type UpdateForm = (typeof updateForms)[number];

/** `later`: it is handed out step by step, and this computer's turn has not come. `partly`: a download was cut off. */
export const offerStates = ['later', 'offered', 'partly', 'ready'] as const;
export type OfferState = (typeof offerStates)[number];

const productId = 'cn.shipdesk.app';

/** The largest installer is a fifth of it. */
const mostBytes = 1_000_000_000;
const mostNotes = 20_000;

/** A name and no path; what a person's system lets be in one. */
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 ._+()-]{0,120}$/);

const releaseFile = z.object({
  form: z.enum(updateForms),
  arch: z.enum(['x64', 'arm64']),
  name: fileName,
  bytes: z.number().int().min(1).max(mostBytes),
  /** Base64. */
  sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
});
export type ReleaseFile = z.infer<typeof releaseFile>;

/** A version that is handed out: the text that is signed. */
export const releaseSchema = z.object({
  product: z.literal(productId),
  version: z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/),
  channel: z.enum(updateChannels),
  releasedOn: z.iso.date(),
  notes: z.object({ 'zh-CN': z.string().max(mostNotes), en: z.string().max(mostNotes) }),
  /** Percent of the computers that are offered it. */
  share: z.number().int().min(0).max(100),
  files: z.array(releaseFile).min(1).max(20),
});
export type Release = z.infer<typeof releaseSchema>;

/** What is at the feed and beside an installer. The release is a text, so that exactly what was signed is checked. */
export const signedRelease = z.object({
  kind: z.literal('shipdesk-release'),
  release: z.string().max(150_000),
  /** Ed25519 over the bytes of `release`; base64. */
  signature: z.string().max(100),
});

/** A signed release is never longer. */
export const mostReleaseBytes = 200_000;

/** Of a signed release as a file: `stable.shipdesk-update` at a feed, `shipdesk-0.2.0.shipdesk-update` beside installers. */
export const releaseExtension = '.shipdesk-update';

/** Above 0: `left` is newer. */
export function compareVersions(left: string, right: string): number {
  const [lefts, rights] = [left, right].map((version) => version.split('.').map(Number));
  for (const at of [0, 1, 2]) {
    const difference = (lefts?.[at] ?? 0) - (rights?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
