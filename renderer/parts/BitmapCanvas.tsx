import { useEffect, useRef } from 'react';
import { bytesOfBase64 } from './bytesOfBase64.ts';
import { paintBits } from './paintBits.ts';

interface BitmapCanvasProps {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bytesPerRow: number;
  readonly bitsBase64: string;
  readonly label: string;
}

/** Shows the printed dots themselves: one canvas pixel a dot, scaled down by the page. */
export function BitmapCanvas({ widthDots, heightDots, bytesPerRow, bitsBase64, label }: BitmapCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(widthDots, heightDots);
    paintBits(bytesOfBase64(bitsBase64), widthDots, heightDots, bytesPerRow, image.data);
    context.putImageData(image, 0, 0);
  }, [widthDots, heightDots, bytesPerRow, bitsBase64]);
  return (
    <canvas
      ref={canvas}
      className="bitmap-canvas"
      width={widthDots}
      height={heightDots}
      role="img"
      aria-label={label}
    />
  );
}
