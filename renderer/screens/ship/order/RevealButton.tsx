import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../bridge/useNow.ts';
import { Button } from '../../../parts/Button.tsx';
import { useKeys } from '../../../parts/useKeys.ts';
import { RevealDialog } from './RevealDialog.tsx';
import type { useReveal } from './useReveal.ts';

interface RevealButtonProps {
  readonly orderNo: string;
  readonly reveal: ReturnType<typeof useReveal>;
}

function SecondsLeft({ until }: { readonly until: number }) {
  const { t } = useTranslation();
  const now = useNow(1_000);
  return <span>{t('reveal.hide', { count: Math.max(0, Math.ceil((until - now) / 1_000)) })}</span>;
}

/** Beside a masked receiver: one look in full, with a reason; pressed again it hides at once. */
export function RevealButton({ orderNo, reveal }: RevealButtonProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const { look, hide } = reveal;
  const press = look === null ? () => setAsking(true) : hide;
  useKeys([{ combo: 'v', says: t('reveal.short'), run: press }]);
  return (
    <>
      <Button size="small" icon="eye" keyHint="V" isPressed={look !== null} onPress={press}>
        {look === null ? t('reveal.short') : <SecondsLeft until={look.until} />}
      </Button>
      {isAsking && (
        <RevealDialog orderNo={orderNo} onReveal={reveal.reveal} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
