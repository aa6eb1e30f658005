import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './stillPicture.css';

/** Draws a still. The page shows no image but its own files, so it is drawn from its bytes. */
async function draw(canvas: HTMLCanvasElement, base64: string): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
}

export function StillPicture({ base64, label }: { readonly base64: string; readonly label: string }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, base64).catch(() => setBroken(true));
  }, [base64]);
  if (isBroken) return <p className="soft">{t('photos.broken')}</p>;
  return <canvas ref={canvas} className="still-picture" role="img" aria-label={label} />;
}
