import { useEffect, useRef } from 'react';

export function bytesOfBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Bytes a step: a call takes only so many arguments. */
const stepBytes = 8_192;

export function base64OfBytes(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += stepBytes)
    text += String.fromCharCode(...bytes.subarray(from, from + stepBytes));
  return btoa(text);
}

/** Writes one-bit rows (most significant bit left, 1 prints) as black on white RGBA pixels. */
export function paintBits(
  bits: Uint8Array,
  widthDots: number,
  heightDots: number,
  bytesPerRow: number,
  pixels: Uint8ClampedArray,
): void {
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const byte = bits[y * bytesPerRow + (x >> 3)] ?? 0;
      const level = (byte >> (7 - (x & 7))) & 1 ? 0 : 255;
      const at = (y * widthDots + x) * 4;
      pixels[at] = level;
      pixels[at + 1] = level;
      pixels[at + 2] = level;
      pixels[at + 3] = 255;
    }
  }
}

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
