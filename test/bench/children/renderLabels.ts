import { labelMedia } from '../../../electron/labels/layout/labelMedia.ts';
import { renderLabel } from '../../../electron/labels/renderLabel.ts';
import { printerLanguages } from '../../../electron/printers/index.ts';
import { plainLabel } from '../../doubles/standardLabels.ts';
import { benchParts } from '../kit/benchParts.ts';
import { peakRssMb, report } from '../kit/runChild.ts';

/** Documents that differ as orders do (numbers, names, streets) → bytes for a 203 dpi printer. */
const labelCount = 600;
const names = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧巧美雪梅兰'];
const { fonts } = benchParts();
const tspl = printerLanguages.find(({ id }) => id === 'tspl');
if (tspl === undefined) throw new Error('no TSPL');

function labelBytes(index: number): number {
  const name = `王${names[index % names.length]}*`;
  const document = {
    ...plainLabel,
    waybillNo: `YT89626${String(index).padStart(8, '0')}`,
    orderNo: `2026112514${String(index).padStart(9, '0')}`,
    receiver: { ...plainLabel.receiver, name, detail: `仓前街道文一西路${index}号***` },
    serial: { no: index + 1, total: labelCount },
  };
  const bitmap = renderLabel(document, { size: '76x130', dpi: 203 }, fonts());
  if (!bitmap.ok) throw new Error(bitmap.code);
  return tspl?.encode(bitmap.value, labelMedia['76x130']).length ?? 0;
}

for (let index = 0; index < 50; index++) labelBytes(index);
const startedAt = performance.now();
let bytes = 0;
for (let index = 0; index < labelCount; index++) bytes += labelBytes(index);
report({ labels: labelCount, bytes, durationMs: performance.now() - startedAt, peakRssMb: peakRssMb() });
