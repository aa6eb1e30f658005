import { useEffect, useRef, useState } from 'react';
import type { Answered } from '../../../../shared/contracts/contract.ts';
import { Icon } from '../../../parts/Icon.tsx';

export type Picture = Answered<'packing', 'pictures'>['pictures'][number];

/** Dots of its square: twice what is shown, for screens that enlarge everything. */
const sidePx = 112;

/** Draws the middle of it into the square. The page shows no image but its own files, so it is drawn from its bytes. */
async function draw(canvas: HTMLCanvasElement, { type, base64 }: Picture): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type }));
  const side = Math.min(bitmap.width, bitmap.height);
  const [left, top] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  canvas.getContext('2d')?.drawImage(bitmap, left, top, side, side, 0, 0, sidePx, sidePx);
  bitmap.close();
}

/** A picture of goods; where there is none, or none that can be read, the sign of a parcel keeps the line straight. */
export function GoodsPicture({ picture }: { readonly picture: Picture | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    if (picture === undefined || canvas.current === null) return;
    draw(canvas.current, picture).catch(() => setBroken(true));
  }, [picture]);
  if (picture === undefined || isBroken)
    return (
      <span className="bench-picture">
        <Icon name="pack" size={28} />
      </span>
    );
  return <canvas ref={canvas} className="bench-picture" width={sidePx} height={sidePx} />;
}
