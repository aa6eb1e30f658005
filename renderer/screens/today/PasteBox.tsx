import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { TextField } from '../../parts/form/TextField.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { usePasteAnywhere } from './usePasteAnywhere.ts';
import { usePasteText } from './usePasteText.ts';

/** A pasted chat message becomes orders: read first, looked at, then made. */
export function PasteBox() {
  const { t } = useTranslation();
  const { text, change, forget } = usePasteText();
  const read = useMutation({
    mutationFn: (message: string) => core.paste.read({ text: message }),
    onSuccess: (people) => {
      if (people.length === 0) useToasts.getState().say({ tone: 'failed', says: t('today.paste.nothing') });
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
