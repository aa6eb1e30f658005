import { type LogoPicture, templateLimits } from '../../../../shared/domain/labelTemplate.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { LabelLogo } from '../../../store/schema.ts';
import type { Workspace } from '../../workspace/workspace.ts';

export interface NewLogo {
  readonly name: string;
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bitsBase64: string;
}

export function logoPictureOf(row: LabelLogo): LogoPicture {
  const bits = new Uint8Array(Buffer.from(row.bitsBase64, 'base64'));
  return { widthDots: row.widthDots, heightDots: row.heightDots, bits };
}

/** Keeps a black-and-white picture for templates; the bits must be exactly those of its size. */
export async function addLabelLogo(workspace: Workspace, logo: NewLogo): Promise<Outcome<LabelLogo>> {
  const { name, widthDots, heightDots } = logo;
  const bits = Buffer.from(logo.bitsBase64, 'base64');
  const isSound =
    Math.max(widthDots, heightDots) <= templateLimits.logoSideDots &&
    bits.length === ((widthDots + 7) >> 3) * heightDots;
  if (!isSound) return failure('LABEL_LOGO_INVALID');
  const row: LabelLogo = {
    id: workspace.nextId(),
    name,
    widthDots,
    heightDots,
    bitsBase64: bits.toString('base64'),
    createdAt: workspace.clock.now(),
    removedAt: null,
  };
  await workspace.store.write((write) => write.labelLogos.insert(row));
  workspace.changed('labelTemplates');
  return done(row);
}

export async function removeLabelLogo(workspace: Workspace, logoId: string): Promise<Outcome<null>> {
  const isGone = await workspace.store.write((write) =>
    write.labelLogos.remove(logoId, workspace.clock.now()),
  );
  if (!isGone) return failure('LABEL_LOGO_NOT_FOUND');
  workspace.changed('labelTemplates');
  return done(null);
}
