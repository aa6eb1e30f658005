import { type LogoPicture, templateLimits } from '../../shared/domain/labelTemplate.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { LabelLogosTable } from '../store/schema.ts';
import type { Workspace } from './workspace.ts';

export interface NewLogo {
  readonly name: string;
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bitsBase64: string;
}

export function logoPictureOf(row: LabelLogosTable): LogoPicture {
  const bits = new Uint8Array(Buffer.from(row.bits_base64, 'base64'));
  return { widthDots: row.width_dots, heightDots: row.height_dots, bits };
}

/** Keeps a black-and-white picture for templates; the bits must be exactly those of its size. */
export async function addLabelLogo(workspace: Workspace, logo: NewLogo): Promise<Outcome<LabelLogosTable>> {
  const { name, widthDots, heightDots } = logo;
  const bits = Buffer.from(logo.bitsBase64, 'base64');
  const isSound =
    Math.max(widthDots, heightDots) <= templateLimits.logoSideDots &&
    bits.length === ((widthDots + 7) >> 3) * heightDots;
  if (!isSound) return failure('LABEL_LOGO_INVALID');
  const row: LabelLogosTable = {
    id: workspace.nextId(),
    name,
    width_dots: widthDots,
    height_dots: heightDots,
    bits_base64: bits.toString('base64'),
    created_at: workspace.clock.now(),
    removed_at: null,
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
