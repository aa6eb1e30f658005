import type { LabelDrawing } from '../../../electron/labels/layout/labelDrawing.ts';
import { layoutLabel } from '../../../electron/labels/layout/layoutLabel.ts';
import { paintLabel } from '../../../electron/labels/renderLabel.ts';
import { benchParts } from '../kit/benchParts.ts';
import { differentLabel } from '../kit/differentLabel.ts';
import { drawWithCanvas } from '../kit/drawWithCanvas.ts';
import { drawWithResvg } from '../kit/drawWithResvg.ts';
import { report } from '../kit/runChild.ts';

/** Laid-out label → one bit a dot, by our painter or by another engine that draws the same marks. */
const [engine = 'own', dpiText = '203', count = '300'] = process.argv.slice(2);
const dpi = dpiText === '300' ? 300 : 203;
const labelCount = Number(count);
const { fonts } = benchParts();

/** Half coverage is ink, eight dots a byte: what a printer language needs of their grey pictures. */
function toBits(rgba: Uint8Array, { widthDots, heightDots }: LabelDrawing): Uint8Array {
  const bytesPerRow = (widthDots + 7) >> 3;
  const bits = new Uint8Array(bytesPerRow * heightDots);
  for (let y = 0; y < heightDots; y += 1)
    for (let x = 0; x < widthDots; x += 1)
      if ((rgba[(y * widthDots + x) * 4] as number) < 128) {
        const at = y * bytesPerRow + (x >> 3);
        bits[at] = (bits[at] as number) | (128 >> (x & 7));
      }
  return bits;
}

function painter(): (drawing: LabelDrawing) => Uint8Array {
  if (engine === 'own') return (drawing) => paintLabel(drawing, fonts()).bitmap.data;
  const draw = engine === 'canvas' ? drawWithCanvas() : drawWithResvg();
  return (drawing) => toBits(draw(drawing), drawing);
}

const paint = painter();
function inkOf(index: number): number {
  const laidOut = layoutLabel(differentLabel(index, labelCount), { size: '76x130', dpi }, fonts(), null);
  if (!laidOut.ok) throw new Error(laidOut.code);
  let ink = 0;
  for (const byte of paint(laidOut.value.drawing)) if (byte !== 0) ink += 1;
  return ink;
}

for (let index = 0; index < Math.min(50, labelCount); index++) inkOf(index);
const startedAt = performance.now();
let ink = 0;
for (let index = 0; index < labelCount; index++) ink += inkOf(index);
report({ labels: labelCount, ink: ink / labelCount, durationMs: performance.now() - startedAt });
