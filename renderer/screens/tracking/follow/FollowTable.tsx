import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCarrierNames, useCarrierOptions } from '../../../bridge/knownNames.ts';
import { pageBridge } from '../../../bridge/page.ts';
import { Button } from '../../../parts/Button.tsx';
import { FilterChips } from '../../../parts/FilterChips.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { Dash } from '../../../parts/table/TableRow.tsx';
import { type TableColumn, textColumn } from '../../../parts/table/tableProps.ts';
import { VirtualTable } from '../../../parts/table/VirtualTable.tsx';
import {
  byState,
  type FollowTab,
  followTabs,
  type PastedRow,
  type SaidByNumber,
  withSaid,
} from './followDraft.ts';

interface Hands {
  onSay(waybillNo: string, part: { readonly carrier?: string; readonly phoneTail?: string }): void;
}

/** Whose number it is: clear, one of a few, or one of all. */
function CarrierCell({ row, onSay }: Hands & { readonly row: PastedRow }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const all = useCarrierOptions();
  const { waybillNo, state, carrier, candidates, reason } = row;
  if (state === 'invalid') return <span className="soft">{t(`follow.invalid.${reason ?? 'form'}`)}</span>;
  if (state !== 'choice') return <span>{carrierName(carrier)}</span>;
  const isOther = carrier !== '' && candidates.every((one) => one.carrier !== carrier);
  return (
    <span className="line follow-choice">
      {candidates.slice(0, 3).map((one) => (
        <Button
          key={one.carrier}
          size="small"
          isPressed={one.carrier === carrier}
          title={t(`follow.evidence.${one.evidence}`)}
          onPress={() => onSay(waybillNo, { carrier: one.carrier })}
        >
          {carrierName(one.carrier)}
        </Button>
      ))}
      <SelectField
        label={t('follow.otherCarrier')}
        isLabelHidden
        width={116}
        placeholder={t('follow.otherCarrier')}
        value={isOther ? carrier : null}
        options={all}
        onChange={(chosen) => onSay(waybillNo, { carrier: chosen })}
      />
    </span>
  );
}

/** The last digits of a phone, where a carrier answers to nobody else. */
function PhoneCell({ row, onSay }: Hands & { readonly row: PastedRow }) {
  const { t } = useTranslation();
  if (!row.needsPhoneTail && row.phoneTail === '') return <Dash />;
  return (
    <TextField
      label={t('follow.phoneTail')}
      isLabelHidden
      placeholder={t('follow.phoneNeeded')}
      maxLength={4}
      value={row.phoneTail}
      onChange={(phoneTail) => onSay(row.waybillNo, { phoneTail: phoneTail.replace(/\D/g, '') })}
    />
  );
}

function useFollowColumns(onSay: Hands['onSay']): readonly TableColumn<PastedRow>[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  return useMemo(
    () => [
      textColumn('waybillNo', t('col.waybillNo'), 190, (row) => row.waybillNo, { isLongNo: true }),
      textColumn('carrier', t('col.carrier'), 380, (row) => carrierName(row.carrier), {
        cell: (row) => <CarrierCell row={row} onSay={onSay} />,
      }),
      textColumn('phone', t('follow.phoneTail'), 120, (row) => row.phoneTail, {
        cell: (row) => <PhoneCell row={row} onSay={onSay} />,
      }),
    ],
    [t, carrierName, onSay],
  );
}

interface FollowTableProps extends Hands {
  readonly rows: readonly PastedRow[];
  readonly said: SaidByNumber;
}

/** What was read, by what it needs; what needs a choice comes first. */
export function FollowTable({ rows, said, onSay }: FollowTableProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<FollowTab | null>(null);
  const [activeNo, setActiveNo] = useState<string | null>(null);
  const byTab = useMemo(() => byState(rows), [rows]);
  const columns = useFollowColumns(onSay);
  const tab = chosen ?? followTabs.find((id) => byTab[id].length > 0) ?? 'new';
  const shown = byTab[tab];
  return (
    <>
      <FilterChips
        label={t('follow.tabs')}
        choices={followTabs
          .filter((id) => byTab[id].length > 0)
          .map((id) => ({ id, label: t(`follow.tab.${id}`), count: byTab[id].length }))}
        chosen={tab}
        onChoose={setChosen}
      />
      <div className="follow-table">
        <VirtualTable
          tableId="follow"
          label={t(`follow.tab.${tab}`)}
          columns={columns}
          rows={{
            total: shown.length,
            listKey: tab,
            isLoading: false,
            rowAt: (index) => {
              const row = shown[index];
              return row === undefined ? undefined : withSaid(row, said);
            },
          }}
          activeKey={activeNo}
          rowKey={({ waybillNo }) => waybillNo}
          onActivate={({ waybillNo }) => setActiveNo(waybillNo)}
          onCopy={(copied) => void pageBridge().copyText(copied)}
          empty={null}
        />
      </div>
    </>
  );
}
