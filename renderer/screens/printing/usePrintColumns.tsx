import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { type TableColumn, textColumn } from '../../parts/table/tableProps.ts';
import { printTone } from '../../words/tones.ts';
import { Moment } from '../../work/Moment.tsx';
import { useJobReason, usePrinterNames } from './jobWords.ts';

/** Columns of the ledger: one row is one physical copy. */
export function usePrintColumns(): readonly TableColumn<PrintJobRow>[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const printerName = usePrinterNames();
  const reasonOf = useJobReason();
  return useMemo(() => {
    return [
      textColumn('state', t('col.state'), 96, ({ state }) => t(`job.${state}`), {
        cell: ({ state }) => <StateMark tone={printTone(state)} label={t(`job.${state}`)} />,
      }),
      textColumn('waybillNo', t('col.waybillNo'), 164, (job) => job.waybillNo),
      textColumn('serial', t('print.serial'), 72, (job) => `${job.serialNo} / ${job.serialTotal}`),
      textColumn('parcel', t('printing.parcel'), 56, (job) =>
        job.parcelTotal > 1 ? t('parcels.place', { number: job.parcelNo, total: job.parcelTotal }) : '',
      ),
      textColumn('copy', t('print.copyShort'), 64, (job) =>
        job.copyNo > 1 ? t('printing.copyNo', { number: job.copyNo - 1 }) : '',
      ),
      textColumn('name', t('col.name'), 72, (job) => job.receiverName),
      textColumn('printer', t('print.printer'), 104, (job) => printerName(job.printerUri)),
      textColumn('reason', t('printing.reason'), 176, reasonOf),
      textColumn(
        'age',
        t('printing.age'),
        104,
        (job) => new Date(job.sentAt ?? job.createdAt).toISOString(),
        { cell: (job) => <Moment at={job.sentAt ?? job.createdAt} as="age" /> },
      ),
      textColumn('orderNo', t('col.orderNo'), 172, (job) => job.orderNo),
      textColumn('carrier', t('col.carrier'), 92, (job) => carrierName(job.carrier)),
      textColumn('operator', t('printing.operator'), 84, (job) => job.operator, {
        isOptional: true,
      }),
    ];
  }, [t, carrierName, printerName, reasonOf]);
}
