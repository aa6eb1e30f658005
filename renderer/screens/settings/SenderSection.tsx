import { useTranslation } from 'react-i18next';
import { emptyParty, type Party } from '../../../shared/domain/party.ts';
import { regionSource } from '../../bridge/knownNames.ts';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { PartyFields } from '../../parts/form/PartyFields.tsx';
import { Section, type SectionProps } from '../../parts/Section.tsx';
import { useDraft } from '../../parts/view.ts';
import { isWholeSender, PasteSender } from './PasteSender.tsx';
import { ShopSenders } from './ShopSenders.tsx';

/** Who sends; printed on every parcel. */
export function SenderSection({ settings, save }: SectionProps) {
  const { t } = useTranslation();
  const [sender, change, forget] = useDraft<Party>('sender', settings.sender ?? emptyParty);
  const put = (part: Partial<Party>): void => change((before) => ({ ...before, ...part }));
  const isComplete = isWholeSender(sender);
  return (
    <div className="stack settings-parts">
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
      <ShopSenders settings={settings} save={save} />
    </div>
  );
}
