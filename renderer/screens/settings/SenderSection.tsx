import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyParty, type Party } from '../../../shared/domain/party.ts';
import { core } from '../../bridge/core.ts';
import { regionSource } from '../../bridge/knownNames.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { PartyFields } from '../../parts/form/PartyFields.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { Section, type SectionProps } from '../../parts/Section.tsx';
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
  return (
    <Section title={t('settings.section.sender')}>
      {settings.sender === null && (
        <Notice tone="info" title={t('settings.noSender')} next={t('settings.noSenderNext')} />
      )}
      <PasteSender onParsed={(parsed) => change(() => parsed)} />
      <EntryForm
        yes={t('common.save')}
        isReady={isComplete}
        isBusy={save.isPending}
        {...(isComplete ? {} : { note: t('settings.senderIncomplete') })}
        onSubmit={() => save.mutate({ sender }, { onSuccess: forget })}
      >
        <PartyFields party={sender} source={regionSource} onChange={put} />
      </EntryForm>
    </Section>
  );
}
