import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import { settingsQueries } from '../../bridge/queries/settingsQueries.ts';
import { useCarrierNames } from '../../bridge/useCarrierNames.ts';
import { useNow } from '../../bridge/useNow.ts';
import { printTone } from '../../parts/printTone.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import type { TableColumn } from '../../parts/table/tableColumn.ts';
import { When } from '../../parts/When.tsx';

/** Columns of the job table. */
export function usePrintColumns(): readonly TableColumn<PrintJobRow>[] {
  const { t } = useTranslation();
  const now = useNow();
  const carrierName = useCarrierNames();
  const printers = useQuery(settingsQueries.printers()).data;
  return useMemo(() => {
    const printerName = (uri: string): string =>
      printers?.find((printer) => printer.uri === uri)?.name ?? uri;
    const plain = (
      id: string,
      title: string,
      width: number,
      text: (job: PrintJobRow) => string,
    ): TableColumn<PrintJobRow> => ({
      id,
      title,
      width,
      cell: (job) => <span className="number">{text(job)}</span>,
      text,
    });
    return [
      {
        id: 'state',
        title: t('col.state'),
        width: 104,
        cell: ({ state }) => <StateMark tone={printTone(state)} label={t(`job.${state}`)} />,
        text: ({ state }) => t(`job.${state}`),
      },
      plain('waybillNo', t('col.waybillNo'), 170, (job) => job.waybillNo),
      plain('orderNo', t('col.orderNo'), 176, (job) => job.orderNo),
      plain('name', t('col.name'), 84, (job) => job.receiverName),
      plain('carrier', t('col.carrier'), 96, (job) => carrierName(job.carrier)),
      plain('printer', t('print.printer'), 110, (job) => printerName(job.printerUri)),
      plain('serial', t('print.serial'), 80, (job) => `${job.serialNo} / ${job.serialTotal}`),
      plain('copy', t('print.copyShort'), 120, (job) =>
        job.copyNo > 1 ? t('print.copy', { number: job.copyNo - 1, reason: job.reason }) : '',
      ),
      {
        id: 'createdAt',
        title: t('print.createdAt'),
        width: 112,
        cell: (job) => <When at={job.createdAt} now={now} />,
        text: (job) => new Date(job.createdAt).toISOString(),
      },
    ];
  }, [t, now, carrierName, printers]);
}
