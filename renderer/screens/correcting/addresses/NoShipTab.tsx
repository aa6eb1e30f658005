import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { addressBookQueries, type NoShipView } from '../../../bridge/queries/addressBookQueries.ts';
import { useCarrierNames } from '../../../bridge/useCarrierNames.ts';
import { Button } from '../../../parts/Button.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { useToasts } from '../../../parts/feedback/toasts.ts';
import { AddNoShip } from './AddNoShip.tsx';

function NoShipLine({ entry }: { readonly entry: NoShipView }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const carrierName = useCarrierNames();
  const { id, createdAt: _createdAt, ...place } = entry;
  const { carrier, province, city, district, town, word, reason } = place;
  const region = [province, city === province ? '' : city, district, town].filter((name) => name !== '');
  const putBack = useMutation({ mutationFn: () => core.addressKnowledge.addNoShip(place) });
  const remove = useMutation({
    mutationFn: () => core.addressKnowledge.removeNoShip({ id }),
    onSuccess: () =>
      say({
        tone: 'done',
        says: t('addressBook.removed'),
        action: { label: t('addressBook.putBack'), run: () => putBack.mutate() },
      }),
  });
  return (
    <li className="settings-row">
      <div className="grow">
        <p>
          <strong>{region.join(' ')}</strong>
          {word !== '' && <span> {t('addressBook.withWord', { word })}</span>}
        </p>
        <p className="soft small">
          {[carrier === '' ? t('addressBook.allCarriers') : carrierName(carrier), reason]
            .filter((text) => text !== '')
            .join(' · ')}
        </p>
      </div>
      <Button size="small" icon="trash" isBusy={remove.isPending} onPress={() => remove.mutate()}>
        {t('settings.remove')}
      </Button>
    </li>
  );
}

/** Places this merchant does not send to, with which carriers and why. */
export function NoShipTab() {
  const { t } = useTranslation();
  const entries = useQuery(addressBookQueries.noShip()).data;
  const [isAdding, setAdding] = useState(false);
  if (entries === undefined) return null;
  return (
    <>
      <div className="line">
        <p className="grow soft small">{t('addressBook.noShipNote')}</p>
        {!isAdding && (
          <Button
            look={entries.length === 0 ? 'primary' : 'plain'}
            icon="plus"
            onPress={() => setAdding(true)}
          >
            {t('addressBook.add')}
          </Button>
        )}
      </div>
      {isAdding && <AddNoShip onClose={() => setAdding(false)} />}
      <div className="panel">
        {entries.length === 0 ? (
          <EmptyState icon="check" title={t('addressBook.noEntries')}>
            <p>{t('addressBook.noEntriesNote')}</p>
          </EmptyState>
        ) : (
          <ul className="plain-list">
            {entries.map((entry) => (
              <NoShipLine key={entry.id} entry={entry} />
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
