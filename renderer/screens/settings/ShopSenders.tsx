import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../../shared/contracts/settings.ts';
import { emptyParty, type Party } from '../../../shared/domain/party.ts';
import { regionSource } from '../../bridge/knownNames.ts';
import { AskDialog, AskingButton } from '../../parts/AskDialog.tsx';
import { PartyFields } from '../../parts/form/PartyFields.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { PanelList, PanelRow, Section, type SectionProps } from '../../parts/Section.tsx';
import { isWholeSender, PasteSender } from './PasteSender.tsx';

type ShopSender = SettingsView['shopSenders'][number];

const oneLine = ({ name, phone, province, city, district, town, detail }: Party): string =>
  [name, phone, province + city + district + town + detail].join(' ');

interface ShopDialogProps {
  readonly known: ShopSender | null;
  readonly others: readonly string[];
  readonly isBusy: boolean;
  onSave(row: ShopSender): void;
  onClose(): void;
}

function ShopDialog({ known, others, isBusy, onSave, onClose }: ShopDialogProps) {
  const { t } = useTranslation();
  const [shop, setShop] = useState(known?.shop ?? '');
  const [sender, setSender] = useState<Party>(known?.sender ?? emptyParty);
  const isTaken = others.includes(shop.trim());
  return (
    <AskDialog
      title={t(known === null ? 'settings.shopSender.add' : 'settings.shopSender.change')}
      width={720}
      yes={t('common.save')}
      isForm
      isBusy={isBusy}
      isReady={shop.trim() !== '' && !isTaken && isWholeSender(sender)}
      onYes={() => onSave({ shop: shop.trim(), sender })}
      onClose={onClose}
    >
      <TextField
        label={t('settings.shopSender.shop')}
        hint={t('settings.shopSender.shopHint')}
        error={isTaken ? t('settings.shopSender.taken') : undefined}
        maxLength={100}
        value={shop}
        onChange={setShop}
      />
      <PasteSender onParsed={setSender} />
      <PartyFields
        party={sender}
        source={regionSource}
        onChange={(part) => setSender((before) => ({ ...before, ...part }))}
      />
    </AskDialog>
  );
}

/** Shops that send under a name of their own. */
export function ShopSenders({ settings, save }: Pick<SectionProps, 'settings' | 'save'>) {
  const { t } = useTranslation();
  const rows = settings.shopSenders;
  const dialog = (known: ShopSender | null, close: () => void) => {
    const others = rows.filter((row) => row !== known);
    return (
      <ShopDialog
        known={known}
        others={others.map(({ shop }) => shop)}
        isBusy={save.isPending}
        onSave={(row) => save.mutate({ shopSenders: [...others, row] }, { onSuccess: close })}
        onClose={close}
      />
    );
  };
  return (
    <Section
      title={t('settings.shopSender.title')}
      actions={
        <OpeningButton icon="plus" label={t('settings.shopSender.add')}>
          {(close) => dialog(null, close)}
        </OpeningButton>
      }
    >
      <PanelList
        empty={{
          icon: 'user',
          title: t('settings.shopSender.none'),
          note: t('settings.shopSender.noneNote'),
        }}
      >
        {rows.map((row) => (
          <PanelRow key={row.shop} name={row.shop} notes={[oneLine(row.sender)]}>
            <OpeningButton size="small" label={t('settings.shopSender.edit')}>
              {(close) => dialog(row, close)}
            </OpeningButton>
            <AskingButton
              size="small"
              label={t('settings.shopSender.delete')}
              title={t('settings.shopSender.remove', { shop: row.shop })}
              note={t('settings.shopSender.removeNote')}
              yes={t('settings.shopSender.delete')}
              look="danger"
              isBusy={save.isPending}
              act={async () => save.mutate({ shopSenders: rows.filter((one) => one !== row) })}
            />
          </PanelRow>
        ))}
      </PanelList>
    </Section>
  );
}
