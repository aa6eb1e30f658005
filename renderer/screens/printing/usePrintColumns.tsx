import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { useNow } from '../../bridge/page.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import type { TableColumn } from '../../parts/table/tableProps.ts';
import { When } from '../../parts/When.tsx';
import { printTone } from '../../words/tones.ts';
import { useJobReason, usePrinterNames } from './jobWords.ts';

/** Columns of the ledger: one row is one physical copy. */
export function usePrintColumns(): readonly TableColumn<PrintJobRow>[] {
  const { t } = useTranslation();
  const now = useNow();
  const carrierName = useCarrierNames();
  const printerName = usePrinterNames();
  const reasonOf = useJobReason();
  return useMemo(() => {
    const plain = (
      id: string,
      title: string,
      width: number,
      text: (job: PrintJobRow) => string,
      isOptional = false,
    ): TableColumn<PrintJobRow> => ({
      id,
      title,
      width,
      isOptional,
      cell: (job) => (
        <span className="number" title={text(job)}>
          {text(job)}
        </span>
      ),
      text,
    });
    return [
      {
        id: 'state',
        title: t('col.state'),
        width: 96,
        cell: ({ state }) => <StateMark tone={printTone(state)} label={t(`job.${state}`)} />,
        text: ({ state }) => t(`job.${state}`),
      },
      plain('waybillNo', t('col.waybillNo'), 164, (job) => job.waybillNo),
      plain('serial', t('print.serial'), 72, (job) => `${job.serialNo} / ${job.serialTotal}`),
      plain('parcel', t('printing.parcel'), 56, (job) =>
        job.parcelTotal > 1 ? t('parcels.place', { number: job.parcelNo, total: job.parcelTotal }) : '',
      ),
      plain('copy', t('print.copyShort'), 64, (job) =>
        job.copyNo > 1 ? t('printing.copyNo', { number: job.copyNo - 1 }) : '',
      ),
      plain('name', t('col.name'), 72, (job) => job.receiverName),
      plain('printer', t('print.printer'), 104, (job) => printerName(job.printerUri)),
      plain('reason', t('printing.reason'), 176, reasonOf),
      {
        id: 'age',
        title: t('printing.age'),
        width: 104,
        cell: (job) => <When at={job.sentAt ?? job.createdAt} now={now} as="age" />,
        text: (job) => new Date(job.sentAt ?? job.createdAt).toISOString(),
      },
      plain('orderNo', t('col.orderNo'), 172, (job) => job.orderNo),
      plain('carrier', t('col.carrier'), 92, (job) => carrierName(job.carrier)),
      plain('operator', t('printing.operator'), 84, (job) => job.operator, true),
    ];
  }, [t, now, carrierName, printerName, reasonOf]);
}
