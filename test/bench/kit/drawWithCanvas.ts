import { join } from 'node:path';
import type { LabelDrawing, LabelMark } from '../../../electron/labels/layout/labelDrawing.ts';
import { barBoxes } from './barBoxes.ts';
import { projectFolder } from './benchFolders.ts';
import { requireEngine } from './foreignEngines.ts';

interface Context {
  fillStyle: string;
  font: string;
  fillRect(left: number, top: number, width: number, height: number): void;
  fillText(text: string, left: number, baseline: number): void;
}

interface CanvasEngine {
  readonly GlobalFonts: { registerFromPath(path: string, family: string): unknown };
  createCanvas(width: number, height: number): { getContext(kind: '2d'): Context; data(): Uint8Array };
}

/** @napi-rs/canvas (Skia) drawing our marks: RGBA of the sheet. */
export function drawWithCanvas(): (drawing: LabelDrawing) => Uint8Array {
  const { GlobalFonts, createCanvas } = requireEngine('@napi-rs/canvas') as CanvasEngine;
  for (const [file, family] of [
    ['NotoSansSC-Regular.ttf', 'regular'],
    ['NotoSansSC-Bold.ttf', 'bold'],
  ] as const)
    GlobalFonts.registerFromPath(join(projectFolder, 'resources/fonts', file), family);
  return (drawing) => {
    const canvas = createCanvas(drawing.widthDots, drawing.heightDots);
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, drawing.widthDots, drawing.heightDots);
    for (const mark of drawing.marks) drawMark(context, mark);
    return canvas.data();
  };
}

function drawMark(context: Context, mark: LabelMark): void {
  context.fillStyle = 'isWhite' in mark && mark.isWhite ? 'white' : 'black';
  if (mark.kind === 'text') {
    context.font = `${mark.sizeDots}px ${mark.weight}`;
    context.fillText(mark.text, mark.left, mark.baseline);
  } else if (mark.kind === 'rect') context.fillRect(mark.left, mark.top, mark.width, mark.height);
  else if (mark.kind === 'bars')
    for (const bar of barBoxes(mark)) context.fillRect(bar.left, bar.top, bar.width, bar.height);
  else throw new Error(`the standard label has no ${mark.kind}`);
}
