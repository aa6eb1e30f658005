import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { pageBridge } from '../../bridge/pageBridge.ts';
import { Button } from '../../parts/Button.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { formatPhone } from '../../parts/format/formatPhone.ts';
import { useDraft } from '../../parts/view/useDraft.ts';

/** Reads any pasted address, for the question at the counter; stores nothing. */
export function PasteBox() {
  const { t } = useTranslation();
  const [text, change] = useDraft('paste', '');
  const parse = useMutation({ mutationFn: () => core.correct.parse({ text }) });
  const reading = parse.data;
  const parts =
    reading === undefined
      ? []
      : [
          reading.name,
          formatPhone(reading.phone, reading.extension),
          [reading.province, reading.city, reading.district, reading.town, reading.detail]
            .filter(Boolean)
            .join(' '),
        ];
  return (
    <section className="panel today-list stack" aria-label={t('today.paste.title')}>
      <h2>{t('today.paste.title')}</h2>
      <TextField
        label={t('today.paste.label')}
        isLabelHidden
        placeholder={t('today.paste.label')}
        rows={2}
        maxLength={2000}
        value={text}
        onChange={(typed) => change(() => typed)}
      />
      {reading !== undefined && (
        <div className="paste-reading">
          {parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: three fixed lines
            <p key={index} className="number">
              {part === '' ? '–' : part}
            </p>
          ))}
        </div>
      )}
      <div className="line">
        <Button isDisabled={text.trim() === ''} isBusy={parse.isPending} onPress={() => parse.mutate()}>
          {t('today.paste.read')}
        </Button>
        {reading !== undefined && (
          <Button look="quiet" icon="copy" onPress={() => void pageBridge().copyText(parts.join('\t'))}>
            {t('common.copy')}
          </Button>
        )}
      </div>
    </section>
  );
}
