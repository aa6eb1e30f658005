import { join } from 'node:path';
import type { Box, LabelDrawing, LabelMark } from '../../../electron/labels/layout/labelDrawing.ts';
import { barBoxes } from './barBoxes.ts';
import { projectFolder } from './benchFolders.ts';
import { requireEngine } from './foreignEngines.ts';

interface ResvgEngine {
  readonly Resvg: new (svg: string, options: object) => { render(): { readonly pixels: Uint8Array } };
}

const fontFiles = ['NotoSansSC-Regular.ttf', 'NotoSansSC-Bold.ttf'].map((file) =>
  join(projectFolder, 'resources/fonts', file),
);

/** resvg drawing our marks as an SVG: RGBA of the sheet. It reads its font files for every picture; its interface keeps none. */
export function drawWithResvg(): (drawing: LabelDrawing) => Uint8Array {
  const { Resvg } = requireEngine('@resvg/resvg-js') as ResvgEngine;
  return (drawing) => {
    const { widthDots, heightDots, marks } = drawing;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthDots}" height="${heightDots}">${marks.map(element).join('')}</svg>`;
    const options = {
      background: 'white',
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' },
    };
    return new Resvg(svg, options).render().pixels;
  };
}

const box = ({ left, top, width, height }: Box, ink: string): string =>
  `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${ink}"/>`;

function element(mark: LabelMark): string {
  const ink = 'isWhite' in mark && mark.isWhite ? 'white' : 'black';
  if (mark.kind === 'rect') return box(mark, ink);
  if (mark.kind === 'bars')
    return barBoxes(mark)
      .map((bar) => box(bar, ink))
      .join('');
  if (mark.kind !== 'text') throw new Error(`the standard label has no ${mark.kind}`);
  const text = mark.text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
  const weight = mark.weight === 'bold' ? 700 : 400;
  return `<text x="${mark.left}" y="${mark.baseline}" font-family="Noto Sans SC" font-weight="${weight}" font-size="${mark.sizeDots}" fill="${ink}">${text}</text>`;
}
