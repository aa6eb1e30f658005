import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../shared/contracts/contract.ts';
import { noShipLengths } from '../../../../shared/domain/addressKnowledge.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useCarrierNames, useCarrierOptions } from '../../../bridge/knownNames.ts';
import { Button } from '../../../parts/Button.tsx';
import { EntryForm } from '../../../parts/form/EntryForm.tsx';
import { regionText } from '../../../parts/form/RegionHits.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { AddButton, PanelList, PanelRow, Section } from '../../../parts/Section.tsx';
import { useTabs } from '../../../parts/Tabs.tsx';
import { useAct } from '../../../work/useAct.ts';
import { LearnedTab } from './LearnedTab.tsx';

type NoShipView = Answered<'addressKnowledge', 'noShip'>[number];

/** What this workspace knows of addresses: where it does not send to, and what corrections taught. */
export function AddressesSection() {
  const { t } = useTranslation();
  const [tab, tabField] = useTabs(t('common.shown'), ['noShip', 'learned'], (value) =>
    t(`addressBook.tab.${value}`),
  );
  return (
    <Section title={t('settings.section.addresses')} isFull beside={tabField}>
      {tab === 'noShip' ? <NoShipTab /> : <LearnedTab />}
    </Section>
  );
}

function NoShipLine({ entry }: { readonly entry: NoShipView }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const { id, createdAt: _createdAt, ...place } = entry;
  const { carrier, word, reason } = place;
  const putBack = useAct(() => core.addressKnowledge.addNoShip(place));
  const remove = useAct(() => core.addressKnowledge.removeNoShip({ id }), {
    says: () => ({
      tone: 'done',
      says: t('addressBook.removed'),
      action: { label: t('common.putBack'), run: () => putBack.mutate() },
    }),
  });
  return (
    <PanelRow
      name={regionText(place)}
      marks={word === '' ? '' : t('addressBook.withWord', { word })}
      notes={[
        [carrier === '' ? t('addressBook.allCarriers') : carrierName(carrier), reason]
          .filter((text) => text !== '')
          .join(' · '),
      ]}
    >
      <Button size="small" icon="trash" {...remove.press()}>
        {t('settings.remove')}
      </Button>
    </PanelRow>
  );
}

/** Places this merchant does not send to, with which carriers and why. */
function NoShipTab() {
  const { t } = useTranslation();
  const entries = useQuery(ask.addressKnowledge.noShip.queryOptions()).data;
  const [isAdding, setAdding] = useState(false);
  if (entries === undefined) return null;
  return (
    <>
      <div className="line">
        <p className="grow soft small">{t('addressBook.noShipNote')}</p>
        {!isAdding && (
          <AddButton
            isFirst={entries.length === 0}
            label={t('addressBook.add')}
            onPress={() => setAdding(true)}
          />
        )}
      </div>
      {isAdding && <AddNoShip onClose={() => setAdding(false)} />}
      <PanelList
        empty={{ icon: 'check', title: t('addressBook.noEntries'), note: t('addressBook.noEntriesNote') }}
      >
        {entries.map((entry) => (
          <NoShipLine key={entry.id} entry={entry} />
        ))}
      </PanelList>
    </>
  );
}

const emptyPlace = { carrier: '', province: '', city: '', district: '', town: '', word: '', reason: '' };
const placeFields = ['province', 'city', 'district', 'town', 'word'] as const;

/** One more place: short names do, what is above a name that is alone is filled in. */
function AddNoShip({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const carriers = useCarrierOptions();
  const [place, setPlace] = useState(emptyPlace);
  const put = (change: Partial<typeof emptyPlace>): void => {
    setPlace((before) => ({ ...before, ...change }));
    add.reset();
  };
  const add = useAct(() => core.addressKnowledge.addNoShip(place), {
    after: () => setPlace({ ...emptyPlace, carrier: place.carrier, reason: place.reason }),
    isShownInPlace: true,
  });
  const isNamed = placeFields.some((field) => place[field].trim() !== '');
  return (
    <EntryForm
      yes={t('addressBook.add')}
      no={t('common.close')}
      isReady={isNamed}
      {...add.form()}
      onClose={onClose}
    >
      <SelectField
        label={t('field.carrier')}
        width={280}
        value={place.carrier}
        options={[{ value: '', label: t('addressBook.allCarriers') }, ...carriers]}
        onChange={(carrier) => put({ carrier })}
      />
      <div className="form-grid">
        {([...placeFields, 'reason'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`addressBook.field.${field}`)}
            maxLength={noShipLengths[field]}
            value={place[field]}
            onChange={(text) => put({ [field]: text })}
          />
        ))}
      </div>
      <p className="soft small">{t('addressBook.addNote')}</p>
    </EntryForm>
  );
}
