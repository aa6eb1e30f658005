import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyParty, type Party } from '../../../shared/domain/party.ts';
import { core } from '../../bridge/core.ts';
import { regionSource } from '../../bridge/knownNames.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { RegionField } from '../../parts/form/RegionField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import type { SectionProps } from '../../parts/Section.tsx';
import { useDraft } from '../../parts/view.ts';
import { useAct } from '../../work/useAct.ts';

/** Free text in, fields out: nobody types eight fields who can paste one line. */
function PasteSender({ onParsed }: { onParsed(party: Party): void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const parse = useAct(() => core.correct.parse({ text }), {
    after: ({ name, phone, extension, province, city, district, town, detail }) =>
      onParsed({ name, phone, extension, province, city, district, town, detail }),
  });
  return (
    <div className="stack panel panel-pad">
      <TextField
        label={t('settings.pasteSender')}
        hint={t('settings.pasteSenderHint')}
        rows={2}
        maxLength={2000}
        value={text}
        onChange={setText}
      />
      <div>
        <Button isDisabled={text.trim() === ''} {...parse.press()}>
          {t('settings.readText')}
        </Button>
      </div>
    </div>
  );
}

/** Who sends; printed on every parcel. */
export function SenderSection({ settings, save }: SectionProps) {
  const { t } = useTranslation();
  const [sender, change, forget] = useDraft<Party>('sender', settings.sender ?? emptyParty);
  const put = (part: Partial<Party>): void => change((before) => ({ ...before, ...part }));
  const isComplete = [sender.name, sender.phone, sender.province, sender.city, sender.detail].every(
    (value) => value.trim() !== '',
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isComplete) save.mutate({ sender }, { onSuccess: forget });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <h2>{t('settings.section.sender')}</h2>
      {settings.sender === null && (
        <Notice tone="info" title={t('settings.noSender')} next={t('settings.noSenderNext')} />
      )}
      <PasteSender onParsed={(parsed) => change(() => parsed)} />
      <div className="panel panel-pad stack">
        <div className="form-grid">
          <TextField
            label={t('field.name')}
            maxLength={60}
            value={sender.name}
            onChange={(name) => put({ name })}
          />
          <TextField
            label={t('field.phone')}
            maxLength={40}
            value={sender.phone}
            onChange={(phone) => put({ phone })}
          />
          <RegionField value={sender} source={regionSource} onChange={put} />
          <TextField
            label={t('field.town')}
            maxLength={40}
            value={sender.town}
            onChange={(town) => put({ town })}
          />
          <div className="form-wide">
            <TextField
              label={t('field.detail')}
              maxLength={200}
              value={sender.detail}
              onChange={(detail) => put({ detail })}
            />
          </div>
        </div>
        <div className="form-actions">
          <Button look="primary" isSubmit isDisabled={!isComplete} isBusy={save.isPending}>
            {t('common.save')}
          </Button>
          {!isComplete && <span className="soft small">{t('settings.senderIncomplete')}</span>}
        </div>
      </div>
    </form>
  );
}
