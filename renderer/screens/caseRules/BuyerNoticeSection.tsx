import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { PanelRow, Section } from '../../parts/Section.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { useAct } from '../../work/useAct.ts';

/** Where notices to buyers go when somebody presses “send”; without it the text is copied. */
export function BuyerNoticeSection() {
  const { t } = useTranslation();
  const hook = useQuery(ask.parcelCare.noticeHook.queryOptions()).data;
  const [isOpen, setOpen] = useState(false);
  const remove = useAct(() => core.parcelCare.removeNoticeHook(), { says: () => t('buyerNotice.removed') });
  if (hook === undefined) return null;
  return (
    <Section title={t('settings.section.buyerNotice')}>
      <p className="soft">{t('buyerNotice.intro')}</p>
      <ul className="plain-list panel">
        <PanelRow
          name={t('buyerNotice.hook')}
          marks={
            <StateMark
              tone={hook === null ? 'rest' : 'done'}
              label={t(hook === null ? 'buyerNotice.notSet' : 'buyerNotice.set')}
            />
          }
          notes={
            hook === null
              ? []
              : [hook.host, t(hook.hasSecret ? 'buyerNotice.signed' : 'buyerNotice.unsigned')]
          }
          isWrapping
        >
          {hook !== null && (
            <Button size="small" {...remove.press()}>
              {t('buyerNotice.remove')}
            </Button>
          )}
          <Button size="small" onPress={() => setOpen(!isOpen)}>
            {t(hook === null ? 'buyerNotice.setUp' : 'buyerNotice.edit')}
          </Button>
          {isOpen && <HookForm onClose={() => setOpen(false)} />}
        </PanelRow>
      </ul>
    </Section>
  );
}

function HookForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [url, setUrl] = useState('');
  const [secret, setSecret] = useState('');
  const save = useAct(
    (given: { readonly url: string; readonly secret: string }) => core.parcelCare.setNoticeHook(given),
    {
      says: () => t('buyerNotice.saved'),
      after: onClose,
      isShownInPlace: true,
    },
  );
  return (
    <EntryForm
      look="inset"
      label={t('buyerNotice.hook')}
      yes={t('buyerNotice.save')}
      isReady={url.trim() !== ''}
      {...save.form({ url: url.trim(), secret })}
      onClose={onClose}
    >
      <TextField
        label={t('buyerNotice.url')}
        hint={t('buyerNotice.urlHint')}
        value={url}
        maxLength={2000}
        onChange={setUrl}
      />
      <TextField
        label={t('buyerNotice.secret')}
        hint={t('buyerNotice.secretHint')}
        type="password"
        value={secret}
        maxLength={200}
        onChange={setSecret}
      />
    </EntryForm>
  );
}
