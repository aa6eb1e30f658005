import { useEffect, useRef } from 'react';
import type { TemplatePreview } from '../../../bridge/queries/labelTemplateQueries.ts';
import { bytesOfBase64 } from '../../../parts/bytesOfBase64.ts';
import { paintBits } from '../../../parts/paintBits.ts';

/** The printed dots of the merchant area, cut out of the whole label. */
export function AreaCanvas({ preview }: { readonly preview: TemplatePreview }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { bitmap, area } = preview;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const { widthDots, heightDots, bytesPerRow } = bitmap;
    const image = context.createImageData(widthDots, heightDots);
    paintBits(bytesOfBase64(bitmap.bitsBase64), widthDots, heightDots, bytesPerRow, image.data);
    context.putImageData(image, -area.left, -area.top, area.left, area.top, area.width, area.height);
  }, [bitmap, area]);
  return <canvas ref={canvas} className="stage-canvas" width={area.width} height={area.height} />;
}
