import { buildChild } from './kit/buildChild.ts';
import { type Figure, whole } from './kit/figure.ts';
import { installForeignEngines } from './kit/foreignEngines.ts';
import { makeOrderFile } from './kit/makeOrderFile.ts';
import { median, repeat } from './kit/median.ts';
import { runBuiltChild, runChild } from './kit/runChild.ts';

interface EncodedFigures {
  readonly labels: number;
  readonly bytes: number;
  readonly durationMs: number;
  readonly peakRssMb: number;
}

interface DrawnFigures {
  readonly labels: number;
  /** Bytes of a label that are not blank: engines that draw the same label agree within a few percent. */
  readonly ink: number;
  readonly durationMs: number;
}

interface SinkFigures {
  readonly labels: number;
  readonly papers: number;
  readonly lastLabelMs: number;
  readonly firstByteP50Ms: number;
  readonly firstByteP95Ms: number;
}

const languages = ['tspl', 'zpl', 'cpcl', 'escpos'] as const;
const resolutions = ['203', '300'] as const;
/** Seven times the fastest native engine that draws beside it, hundreds of times any printer. */
const aimPerSecond = 900;
const aimMemoryMb = 120;
const aimPrintedPerSecond = 250;
const aimFirstByteMs = 50;

const perSecond = ({ labels, durationMs }: { readonly labels: number; readonly durationMs: number }) =>
  labels / (durationMs / 1000);

async function measureEncoding(dpi: string): Promise<Figure[]> {
  const child = await buildChild('renderLabels');
  const figures: Figure[] = [];
  for (const language of languages) {
    const runs = await repeat(3, () => runBuiltChild<EncodedFigures>(child, language, dpi));
    const rate = median(runs.map(perSecond));
    const memoryMb = median(runs.map((run) => run.peakRssMb));
    const bytes = (runs[0]?.bytes ?? 0) / (runs[0]?.labels ?? 1);
    const hasAim = dpi === '203';
    figures.push({
      name: `Labels drawn and encoded as ${language.toUpperCase()}, 76×130 mm, ${dpi} dpi, one thread`,
      value: `${whole(rate)} labels/s, ${whole(bytes)} bytes each, ${whole(memoryMb)} MB`,
      aim: hasAim ? `≥ ${aimPerSecond}/s, ≤ ${aimMemoryMb} MB` : `≤ ${aimMemoryMb} MB`,
      isMet: (!hasAim || rate >= aimPerSecond) && memoryMb <= aimMemoryMb,
      note: 'warm fonts, every label different; memory: peak of a process that only draws, built as the product is',
    });
  }
  return figures;
}

/** Our painter and native engines draw the same marks in turn. */
async function measureEngines(dpi: string): Promise<Figure[]> {
  if (!installForeignEngines()) throw new Error('engines to compare with could not be installed');
  const draw = (engine: string, count: string) =>
    repeat(3, () => runChild<DrawnFigures>('drawLabels', engine, dpi, count));
  const own = await draw('own', '300');
  const canvas = await draw('canvas', '300');
  const resvg = await draw('resvg', '30');
  const ownInk = own[0]?.ink ?? 0;
  for (const { ink } of [...canvas, ...resvg])
    if (Math.abs(ink - ownInk) > 0.05 * ownInk) throw new Error('an engine drew another label');
  const rate = (runs: readonly DrawnFigures[]) => median(runs.map(perSecond));
  return [
    {
      name: `The same label laid out and drawn to one bit a dot, ${dpi} dpi`,
      value: `ours ${whole(rate(own))}/s, @napi-rs/canvas 1.1.1 ${whole(rate(canvas))}/s, resvg 2.6.2 ${whole(rate(resvg))}/s`,
      aim: 'faster than both',
      isMet: rate(own) > Math.max(rate(canvas), rate(resvg)),
      note: 'same marks, same fonts, ink within 5 %; resvg reads its fonts for every picture',
    },
  ];
}

async function measureSink(): Promise<Figure[]> {
  const path = await makeOrderFile(1_200);
  const runs = await repeat(3, () => runChild<SinkFigures>('printToSink', path));
  if (runs.some(({ labels, papers }) => papers < labels)) throw new Error('papers are missing');
  const firstByteMs = median(runs.map((run) => run.firstByteP95Ms));
  const halfMs = median(runs.map((run) => run.firstByteP50Ms));
  const seconds = median(runs.map((run) => run.lastLabelMs / 1000));
  return [
    {
      name: '“Print” to the first byte at a network printer, warm, p95',
      value: `${firstByteMs.toFixed(1)} ms (half of the time ${halfMs.toFixed(1)} ms)`,
      aim: `≤ ${aimFirstByteMs} ms`,
      isMet: firstByteMs <= aimFirstByteMs,
      note: 'queued, claimed, drawn, encoded, marked on disk, connected',
    },
    {
      name: '1,000 labels to a printer on the loopback',
      value: `${seconds.toFixed(1)} s, ${whole(1_000 / seconds)} labels/s`,
      aim: `≥ ${aimPrintedPerSecond}/s`,
      isMet: 1_000 / seconds >= aimPrintedPerSecond,
      note: 'ledger on disk before and after each, one connection a label',
    },
  ];
}

export async function measureLabels(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const dpi of resolutions)
    figures.push(...(await measureEncoding(dpi)), ...(await measureEngines(dpi)));
  return [...figures, ...(await measureSink())];
}
