import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PriceTableRow } from '../../../../shared/contracts/freight.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import type { PriceTable } from '../../../bridge/questions.ts';
import { AskingButton } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { AddButton, PanelList, PanelRow } from '../../../parts/Section.tsx';
import { useDraft } from '../../../parts/view.ts';
import { useFileWords } from '../../../work/outcomeWords.ts';
import { useAct } from '../../../work/useAct.ts';
import { PriceTableForm } from './PriceTableForm.tsx';

const emptyTable = (): PriceTable => ({
  id: crypto.randomUUID(),
  name: '',
  accountId: '',
  carrier: '',
  validFrom: '',
  validTo: '',
  parcels: 'each',
  perParcelFen: 0,
  insuranceBasisPoints: 0,
  insuranceLeastFen: 0,
  codBasisPoints: 0,
  codLeastFen: 0,
  zones: [],
});

/** What the merchant agreed with the carriers, one table each. */
export function PricesTab() {
  const { t } = useTranslation();
  const fileWords = useFileWords();
  const tables = useQuery(ask.freight.tables.queryOptions()).data;
  // A table that was being typed is found again after a walk to another screen.
  const [edited, keepEdited] = useDraft<PriceTable | null>('priceOpen', null);
  const setEdited = (table: PriceTable | null): void => keepEdited(() => table);
  const template = useAct(() => core.freight.writeTemplate(), {
    says: (file) => fileWords(t('rules.prices.templateDone'), file),
  });
  const open = useAct((id: string) => core.freight.table({ id }), { after: setEdited });
  if (tables === undefined) return null;
  return (
    <>
      <div className="line">
        <p className="grow soft small">{t('rules.prices.intro')}</p>
        <Button icon="file" {...template.press()}>
          {t('rules.prices.template')}
        </Button>
        <AddButton
          isFirst={tables.length === 0}
          label={t('rules.prices.add')}
          onPress={() => setEdited(emptyTable())}
        />
      </div>
      {edited !== null && <PriceTableForm key={edited.id} table={edited} onClose={() => setEdited(null)} />}
      <PanelList empty={{ icon: 'file', title: t('rules.prices.none'), note: t('rules.prices.noneNote') }}>
        {tables.map((row) => (
          <PriceLine
            key={row.id}
            row={row}
            isOpen={edited?.id === row.id}
            onEdit={() => open.mutate(row.id)}
          />
        ))}
      </PanelList>
    </>
  );
}

interface PriceLineProps {
  readonly row: PriceTableRow;
  readonly isOpen: boolean;
  onEdit(): void;
}

function PriceLine({ row, isOpen, onEdit }: PriceLineProps) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const remove = useAct(() => core.freight.removeTable({ id: row.id }), {
    says: () => t('rules.prices.removed'),
  });
  const { validFrom, validTo } = row;
  const dates =
    validFrom === '' && validTo === ''
      ? t('rules.prices.always')
      : t('rules.prices.dates', {
          from: validFrom || t('rules.prices.open'),
          to: validTo || t('rules.prices.open'),
        });
  return (
    <PanelRow
      name={row.name}
      marks={
        <span className={row.state === 'valid' ? 'default-mark' : 'default-mark price-over'}>
          {t(`rules.prices.state.${row.state}`)}
        </span>
      }
      notes={[
        [
          t('rules.prices.line', {
            carrier: carrierName(row.carrier),
            account: row.accountName || t('rules.prices.allAccounts'),
            dates,
          }),
          t('rules.prices.zones', { count: row.zones }),
        ].join(' · '),
      ]}
    >
      <Button size="small" isPressed={isOpen} isDisabled={isOpen} onPress={onEdit}>
        {t('rules.prices.edit')}
      </Button>
      <AskingButton
        button="icon"
        label={t('settings.removeNamed', { name: row.name })}
        isDisabled={isOpen}
        title={t('prices.removeTitle', { name: row.name })}
        note={t('prices.removeNote', { carrier: carrierName(row.carrier) })}
        yes={t('prices.removeYes')}
        look="danger"
        {...remove.asking()}
      />
    </PanelRow>
  );
}
