import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { isTextField } from '../../parts/keys.ts';
import { useDraft } from '../../parts/view.ts';
import { useAct } from '../../work/useAct.ts';
import { PasteDialog } from './PasteDialog.tsx';

/** A pasted chat message becomes orders: read first, looked at, then made. */
export function PasteBox() {
  const { t } = useTranslation();
  const { text, change, forget } = usePasteText();
  const read = useAct((message: string) => core.paste.read({ text: message }), {
    after: (people) => {
      if (people.length === 0) say({ tone: 'failed', says: t('today.paste.nothing') });
    },
  });
  const readText = (message: string): void => {
    change(message);
    if (message.trim() !== '' && !read.isPending) read.mutate(message);
  };
  const isShown = read.data !== undefined && read.data.length > 0;
  usePasteAnywhere(readText, isShown);
  return (
    <section className="panel today-list stack" aria-label={t('today.paste.title')}>
      <h2>{t('today.paste.title')}</h2>
      <TextField
        label={t('today.paste.label')}
        isLabelHidden
        placeholder={t('today.paste.label')}
        rows={3}
        maxLength={8000}
        value={text}
        onChange={change}
      />
      <div className="line">
        <Button isDisabled={text.trim() === ''} isBusy={read.isPending} onPress={() => readText(text)}>
          {t('today.paste.read')}
        </Button>
        <span className="soft small">{t('today.paste.anywhere')}</span>
      </div>
      {isShown && (
        <PasteDialog
          people={read.data}
          onClose={read.reset}
          onMade={() => {
            forget();
            read.reset();
          }}
        />
      )}
    </section>
  );
}

/** Ctrl+V on the screen itself reads what was pasted; in a field it belongs to the field. */
function usePasteAnywhere(onPaste: (text: string) => void, isOff: boolean): void {
  const newest = useRef(onPaste);
  newest.current = onPaste;
  useEffect(() => {
    if (isOff) return;
    const onPasted = (event: ClipboardEvent): void => {
      if (isTextField(document.activeElement) || document.querySelector('dialog[open]') !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      newest.current(text.slice(0, 8000));
    };
    window.addEventListener('paste', onPasted);
    return () => window.removeEventListener('paste', onPasted);
  }, [isOff]);
}

/** A pause in typing after which the core keeps the text. */
const keepAfterMs = 400;

/** What is in the paste box; neither another screen nor a reload loses it. */
function usePasteText() {
  const [text, set, forgetHere] = useDraft('paste', '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isTouched = useRef(text !== '');
  const isNobodyHere = useQuery(ask.operators.state.queryOptions()).data?.role === 'nobody';
  useEffect(() => {
    // Before the sign-in it would be refused; after it, it is asked for.
    if (isTouched.current || isNobodyHere) return;
    core.paste.draft().then(
      (kept) => !isTouched.current && kept.text !== '' && set(() => kept.text),
      () => undefined,
    );
  }, [set, isNobodyHere]);
  return {
    text,
    change: (typed: string): void => {
      isTouched.current = true;
      set(() => typed);
      clearTimeout(timer.current);
      // A draft that cannot be kept now is still on the page; the next key tries again.
      timer.current = setTimeout(
        () => core.paste.keepDraft({ text: typed }).catch(() => undefined),
        keepAfterMs,
      );
    },
    /** It became orders. */
    forget: (): void => {
      clearTimeout(timer.current);
      set(() => '');
      forgetHere();
    },
  };
}
