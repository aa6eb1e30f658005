import type { LabelDocument } from '../../../shared/domain/printing/labelDocument.ts';
import { plainLabel } from '../../doubles/printers/standardLabels.ts';

const names = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧巧美雪梅兰'];

/** Documents that differ as orders do: numbers, names, streets. */
export function differentLabel(index: number, total: number): LabelDocument {
  return {
    ...plainLabel,
    waybillNo: `YT89626${String(index).padStart(8, '0')}`,
    orderNo: `2026112514${String(index).padStart(9, '0')}`,
    receiver: {
      ...plainLabel.receiver,
      name: `王${names[index % names.length]}*`,
      detail: `仓前街道文一西路${index}号***`,
    },
    serial: { no: index + 1, total },
  };
}
