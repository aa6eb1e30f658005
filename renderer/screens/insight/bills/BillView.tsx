import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BillItemRow, BillReportView } from '../../../../shared/contracts/insight/bills.ts';
import type { BillClass } from '../../../../shared/domain/bills/bill.ts';
import { ask, core } from '../../../bridge/core.ts';
import { failureIn } from '../../../bridge/failureOf.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { useMissingRight } from '../../../bridge/operators.ts';
import { useWindowRows } from '../../../bridge/windowRows.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { Figure } from '../../../parts/charts/Figure.tsx';
import { FilterChips } from '../../../parts/FilterChips.tsx';
import { FailureNotice, Notice } from '../../../parts/feedback/Notice.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { formatCount, formatMoney } from '../../../parts/format.ts';
import { useKeys } from '../../../parts/keys.ts';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { AnswerState } from '../../../work/AnswerState.tsx';
import { ListTable } from '../../../work/ListTable.tsx';
import { useAct } from '../../../work/useAct.ts';
import { BillItemPane } from './BillItemPane.tsx';
import { classTone, periodText } from './billWords.ts';
import { ToleranceDialog } from './ToleranceDialog.tsx';
import { useItemColumns } from './useItemColumns.tsx';
import { WriteClaimsDialog } from './WriteClaimsDialog.tsx';

interface BillViewProps {
  readonly billId: string;
  onLeave(): void;
}

/** What came of one bill: its sums, its classes, each parcel, and what may be claimed. */
export function BillView({ billId, onLeave }: BillViewProps) {
  const { t } = useTranslation();
  const report = useQuery(ask.bills.report.queryOptions({ input: { billId } }));
  const failure = failureIn(report);
  if (failure !== null)
    return (
      <FailureNotice failure={failure}>
        <Button onPress={onLeave}>{t('billWork.back')}</Button>
      </FailureNotice>
    );
  return report.data === undefined ? (
    <AnswerState answer={report} />
  ) : (
    <KnownBill bill={report.data} onLeave={onLeave} />
  );
}

type Chip = BillClass | 'all' | 'claims';

function KnownBill({ bill, onLeave }: { readonly bill: BillReportView; onLeave(): void }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [chip, setChip] = useState<Chip>(bill.claims.open.items > 0 ? 'claims' : 'all');
  return (
    <div className="bills">
      <BillHead bill={bill} onLeave={onLeave} />
      <BillStrip bill={bill} onChoose={setChip} />
      <div className="bill-choice">
        <ClassChips bill={bill} chosen={chip} onChoose={setChip} />
        <div className="bill-search">
          <TextField
            label={t('billWork.search')}
            isLabelHidden
            type="search"
            placeholder={t('billWork.search')}
            maxLength={60}
            value={search}
            onChange={setSearch}
          />
        </div>
      </div>
      <BillItems key={chip} billId={bill.id} chip={chip} search={search.trim()} onLeave={onLeave} />
    </div>
  );
}

function BillHead({ bill, onLeave }: { readonly bill: BillReportView; onLeave(): void }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const mayChange = useMissingRight(['changeRules']) === null;
  const mayWrite = useMissingRight(['exportOrders']) === null;
  const remove = useAct(() => core.bills.remove({ billId: bill.id }), {
    says: () => t('billWork.remove.done'),
    after: onLeave,
  });
  const toClaim = bill.claims.open.items + bill.claims.sent.items;
  const sheets = bill.sheetsLeft.join(t('common.listComma'));
  const files = bill.overlapping.map(({ fileName }) => fileName).join(t('common.listComma'));
  return (
    <>
      <header className="line">
        <Button look="quiet" size="small" onPress={onLeave}>
          {t('billWork.back')}
        </Button>
        <h2>{carrierName(bill.carrier)}</h2>
        <span className="number">{periodText(bill)}</span>
        <span className="soft small bill-file">{bill.fileName}</span>
        <span className="grow" />
        <OpeningButton label={t('billWork.remove.open')} look="quiet" isOffered={mayChange}>
          {(close) => (
            <AskDialog
              title={t('billWork.remove.title')}
              yes={t('billWork.remove.open')}
              look="danger"
              {...remove.dialog()}
              onClose={close}
            >
              <p>{t('billWork.remove.says')}</p>
            </AskDialog>
          )}
        </OpeningButton>
        <OpeningButton label={t('billWork.tolerance.open')} isOffered={mayChange}>
          {(close) => <ToleranceDialog carrier={bill.carrier} onClose={close} />}
        </OpeningButton>
        <OpeningButton
          label={t('billWork.write.open')}
          look="primary"
          icon="file"
          combo="Ctrl+e"
          isOffered={mayWrite && toClaim > 0}
        >
          {(close) => <WriteClaimsDialog billId={bill.id} count={toClaim} onClose={close} />}
        </OpeningButton>
      </header>
      {sheets !== '' && (
        <Notice
          tone="note"
          title={t('billWork.sheetsLeft', { sheets })}
          next={t('billWork.sheetsLeftNext')}
        />
      )}
      {files !== '' && <Notice tone="note" title={t('billWork.overlap', { files })} />}
    </>
  );
}

/** The sums; each leads to what it counts. */
function BillStrip({ bill, onChoose }: { readonly bill: BillReportView; onChoose(chip: Chip): void }) {
  const { t } = useTranslation();
  const itemsOf = (name: BillClass): number => bill.classes.find((one) => one.class === name)?.items ?? 0;
  const { open, sent, accepted } = bill.claims;
  const unchecked = itemsOf('unchecked') + itemsOf('unreadable');
  const isOtherTotal = bill.toldFen !== null && bill.toldFen !== bill.billedFen;
  return (
    <section className="panel bill-strip" aria-label={t('billWork.strip.label')}>
      <Figure
        isFirst
        label={t('billWork.strip.billed')}
        value={formatMoney(bill.billedFen)}
        note={
          isOtherTotal
            ? t('billWork.strip.told', { amount: formatMoney(bill.toldFen ?? 0) })
            : t('billWork.strip.billedNote', { count: bill.lines, lines: formatCount(bill.lines) })
        }
        tone={isOtherTotal ? 'unsure' : undefined}
        open={() => onChoose('all')}
      />
      <Figure
        isFirst={false}
        label={t('billWork.strip.claim')}
        value={formatMoney(open.claimFen)}
        note={t('billWork.strip.claimNote', { count: open.items })}
        tone={open.items > 0 ? 'failed' : undefined}
        open={() => onChoose('claims')}
      />
      <Figure
        isFirst={false}
        label={t('billWork.strip.won')}
        value={formatMoney(accepted.wonFen)}
        note={t('billWork.strip.wonNote', { count: sent.items })}
        open={() => onChoose('claims')}
      />
      <Figure
        isFirst={false}
        label={t('billWork.strip.open')}
        value={formatCount(unchecked)}
        note={t('billWork.strip.openNote', { count: itemsOf('unchecked') })}
        open={() => onChoose('unchecked')}
      />
      <Figure
        isFirst={false}
        label={t('billWork.strip.missing')}
        value={bill.isMissingKnown ? formatCount(itemsOf('missing')) : null}
        note={t(bill.isMissingKnown ? 'billWork.strip.missingNote' : 'billWork.strip.missingUnknown')}
        open={() => onChoose('missing')}
      />
    </section>
  );
}

interface ClassChipsProps {
  readonly bill: BillReportView;
  readonly chosen: Chip;
  onChoose(chip: Chip): void;
}

/** Classes nothing is in are left out, so that those there are stand in one line. */
function ClassChips({ bill: { classes, claims }, chosen, onChoose }: ClassChipsProps) {
  const { t } = useTranslation();
  const claimed = Object.values(claims).reduce((sum, { items }) => sum + items, 0);
  const choices = [
    { id: 'claims' as Chip, label: t('billWork.claims'), count: claimed },
    {
      id: 'all' as Chip,
      label: t('billWork.all'),
      count: classes.reduce((sum, { items }) => sum + items, 0),
    },
    ...classes
      .filter(({ items, class: name }) => items > 0 || name === chosen)
      .map(({ class: name, items }) => ({ id: name as Chip, label: t(`billClass.${name}`), count: items })),
  ];
  return (
    <FilterChips label={t('billWork.strip.label')} choices={choices} chosen={chosen} onChoose={onChoose} />
  );
}

const filterOf = (chip: Chip) =>
  chip === 'all' ? {} : chip === 'claims' ? { isClaim: true } : { class: chip };

interface BillItemsProps {
  readonly billId: string;
  readonly chip: Chip;
  readonly search: string;
  onLeave(): void;
}

function BillItems({ billId, chip, search, onLeave }: BillItemsProps) {
  const { t } = useTranslation();
  const [active, setActive] = useState<BillItemRow | null>(null);
  const rows = useWindowRows(ask.bills.items, {
    billId,
    ...filterOf(chip),
    ...(search === '' ? {} : { search }),
  });
  const columns = useItemColumns(classTone);
  useKeys(active === null ? [{ combo: 'Escape', says: t('billWork.back'), run: onLeave }] : []);
  const shown = active === null ? null : (findRow(rows, active.itemKey) ?? active);
  return (
    <ListTable
      tableId="billItems"
      label={t('billWork.strip.label')}
      columns={columns}
      rows={rows}
      activeKey={active?.itemKey ?? null}
      rowKey={({ itemKey }: BillItemRow) => itemKey}
      onActivate={(row) => setActive(row)}
      nothing={{ icon: 'check', title: t(search === '' ? 'billWork.nothing' : 'billWork.nothingFound') }}
    >
      {shown !== null && (
        <BillItemPane key={shown.itemKey} billId={billId} item={shown} onClose={() => setActive(null)} />
      )}
    </ListTable>
  );
}

/** The row as it is now: a claim is moved while it is open. */
function findRow(
  rows: { readonly total: number; rowAt(index: number): BillItemRow | undefined },
  itemKey: string,
): BillItemRow | undefined {
  for (let index = 0; index < Math.min(rows.total, 500); index++) {
    const row = rows.rowAt(index);
    if (row?.itemKey === itemKey) return row;
  }
  return undefined;
}
