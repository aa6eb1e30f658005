import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperRoll, PrinterView } from '../../../shared/contracts/printing.ts';
import { ask, core } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button, IconButton } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { atStart } from '../../parts/format.ts';
import { useKeys } from '../../parts/keys.ts';
import { lettersOf } from '../../parts/letters.ts';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { go } from '../../parts/place.ts';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { printerTone } from '../../words/tones.ts';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';

interface PrintersPaneProps {
  /** The printer whose labels are shown alone. */
  readonly chosenUri: string | null;
  onChoose(uri: string | null): void;
  onRecover(uri: string): void;
}

/** Which printer a person means who says that paper jammed: the chosen one, else one with trouble, else the one in use. */
function jammedUri(printers: readonly PrinterView[], chosenUri: string | null): string | null {
  const found =
    printers.find(({ uri }) => uri === chosenUri) ??
    printers.find(({ unsure }) => unsure > 0) ??
    printers.find(({ state, unconfirmed }) => state !== 'ready' && unconfirmed > 0) ??
    printers.find(({ isDefault }) => isDefault) ??
    printers[0];
  return found?.uri ?? null;
}

/** Every printer with what is honestly known of it. */
export function PrintersPane({ chosenUri, onChoose, onRecover }: PrintersPaneProps) {
  const { t } = useTranslation();
  const printers = useQuery(ask.print.printers.queryOptions()).data;
  const jammed = jammedUri(printers ?? [], chosenUri);
  useKeys(
    jammed === null
      ? []
      : [{ combo: lettersOf.print.jam, says: t('printing.jam'), run: () => onRecover(jammed) }],
  );
  if (printers === undefined) return null;
  return (
    <aside className="printers-pane" aria-label={t('status.printers')}>
      {printers.length === 0 && (
        <div className="panel">
          <EmptyState icon="print" title={t('settings.noPrinter')}>
            <Button onPress={() => go('settings', { section: 'printers' })}>{t('printing.setUp')}</Button>
          </EmptyState>
        </div>
      )}
      {printers.map((printer) => (
        <PrinterCard
          key={printer.uri}
          printer={printer}
          printers={printers}
          isChosen={printer.uri === chosenUri}
          onChoose={() => onChoose(printer.uri === chosenUri ? null : printer.uri)}
          onRecover={() => onRecover(printer.uri)}
        />
      ))}
    </aside>
  );
}

interface PrinterCardProps {
  readonly printer: PrinterView;
  readonly printers: readonly PrinterView[];
  readonly isChosen: boolean;
  onChoose(): void;
  onRecover(): void;
}

/** What is before a printer, each with its own mark; nothing that is zero. */
function QueueMarks({ printer }: { readonly printer: PrinterView }) {
  const { t } = useTranslation();
  const marks: readonly (readonly [Tone, number, string])[] = [
    ['waiting', printer.waiting, t('printing.queue.waiting', { count: printer.waiting })],
    ['active', printer.unconfirmed, t('printing.queue.unconfirmed', { count: printer.unconfirmed })],
    ['unsure', printer.unsure, t('printing.queue.unsure', { count: printer.unsure })],
    ['rest', printer.held, t('printing.queue.held', { count: printer.held })],
  ];
  const shown = marks.filter(([, count]) => count > 0);
  return (
    <p className="line">
      {shown.length === 0 && <span className="soft small">{t('printing.queue.empty')}</span>}
      {shown.map(([tone, , label]) => (
        <StateMark key={tone} tone={tone} label={label} />
      ))}
    </p>
  );
}

function PrinterActions({ printer, onRecover }: Pick<PrinterCardProps, 'printer' | 'onRecover'>) {
  const { t } = useTranslation();
  const pause = useAct(() => core.print.pause({ printerUri: printer.uri, isPaused: !printer.isPaused }));
  return (
    <div className="line">
      <Button size="small" icon={printer.isPaused ? 'play' : 'pause'} {...pause.press()}>
        {t(printer.isPaused ? 'printing.resume' : 'printing.pause')}
      </Button>
      <Button size="small" onPress={onRecover}>
        {t('printing.jam')}
      </Button>
      <IconButton
        icon="settings"
        label={t('printing.settingsOf', { name: printer.name })}
        onPress={() => go('settings', { section: 'printers' })}
      />
    </div>
  );
}

/** One printer: its state and on whose word, its queue, and what a person can do with it. */
function PrinterCard({ printer, printers, isChosen, onChoose, onRecover }: PrinterCardProps) {
  const { t } = useTranslation();
  const whyOf = usePrinterWhy();
  const backup = printers.find(({ uri }) => uri === printer.backupUri);
  return (
    <section className={isChosen ? 'panel printer-card printer-chosen' : 'panel printer-card'}>
      <button type="button" className="printer-name" aria-pressed={isChosen} onClick={onChoose}>
        <strong>{printer.name}</strong>
        {printer.isDefault && <span className="default-mark">{t('settings.default')}</span>}
      </button>
      <p className="line">
        {printer.isPaused ? (
          <StateMark tone="rest" label={t('printing.paused')} />
        ) : (
          <StateMark
            tone={printerTone(printer.state, printer.why)}
            label={atStart(t(`printer.${printer.state}`))}
          />
        )}
        {printer.askedAt !== null && (
          <span className="soft small">
            <Moment at={printer.askedAt} as="age" />
          </span>
        )}
      </p>
      <p className="small">{whyOf(printer)}</p>
      <QueueMarks printer={printer} />
      <PaperLine uri={printer.uri} name={printer.name} isOut={printer.state === 'paper-out'} />
      {printer.lastJobAt !== null && printer.lastJobState !== '' && (
        <p className="soft small">
          <Moment
            after={t('printing.lastLabel', { state: t(`job.${printer.lastJobState}`) })}
            at={printer.lastJobAt}
          />
        </p>
      )}
      {backup !== undefined && <p className="soft small">{t('printing.backupIs', { name: backup.name })}</p>}
      <PrinterActions printer={printer} onRecover={onRecover} />
    </section>
  );
}

/** On whose word a printer's state stands, in one sentence. */
function usePrinterWhy(): (printer: Pick<PrinterView, 'why' | 'isPaused' | 'lastJobState'>) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ why, isPaused, lastJobState }) => {
      if (isPaused) return t('printing.why.paused');
      if (why === 'disagrees' && lastJobState !== '')
        return t('printing.why.disagreesWith', { state: t(`job.${lastJobState}`) });
      return t(`printing.why.${why}`);
    },
    [t],
  );
}

interface PaperLineProps {
  readonly uri: string;
  readonly name: string;
  /** It says itself that none is left: then the little that was counted is wrong. */
  readonly isOut: boolean;
}

/** About how much paper a printer still has, as far as somebody told of its roll. */
function PaperLine({ uri, name, isOut }: PaperLineProps) {
  const { t } = useTranslation();
  const roll = useQuery(ask.paper.rolls.queryOptions()).data?.find(({ printerUri }) => printerUri === uri);
  const counted = roll === undefined ? null : paperLeft(roll);
  const left = isOut && counted?.isLow === true ? null : counted;
  return (
    <div className="line">
      {left !== null && (
        <StateMark
          tone={left.isLow ? 'note' : 'rest'}
          label={t('printing.paperLeft', { count: left.labels })}
          title={t('printing.paperNote')}
        />
      )}
      <OpeningButton size="small" label={t('printing.newRoll')}>
        {(close) => <RollDialog uri={uri} name={name} usual={roll?.labels ?? null} onClose={close} />}
      </OpeningButton>
    </div>
  );
}

interface RollDialogProps {
  readonly uri: string;
  readonly name: string;
  /** Labels of the roll before: most shops buy the same again. */
  readonly usual: number | null;
  onClose(): void;
}

/** Labels of a usual roll of 76 × 130 mm stock. */
const usualLabels = 500;
const maxLabels = 20_000;

/** A new roll was put in: how many labels are on it? */
function RollDialog({ uri, name, usual, onClose }: RollDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(String(usual ?? usualLabels));
  const labels = Number(typed);
  const isReady = Number.isInteger(labels) && labels >= 1 && labels <= maxLabels;
  const load = useAct(() => core.paper.load({ printerUri: uri, labels }), {
    after: (rolls) => {
      queryClient.setQueryData(ask.paper.rolls.queryKey(), rolls);
      onClose();
    },
  });
  return (
    <AskDialog
      title={t('printing.newRollTitle', { name })}
      yes={t('printing.newRoll')}
      isForm
      isReady={isReady}
      {...load.dialog()}
      onClose={onClose}
    >
      <TextField
        label={t('printing.rollLabels')}
        hint={t('printing.paperNote')}
        maxLength={5}
        value={typed}
        onChange={(text) => setTyped(text.replace(/\D/g, ''))}
      />
    </AskDialog>
  );
}

/** From here on a note says what is left: a roll is changed before it stops the bench, not after. */
const lowShare = 0.1;

/** About how many labels a roll still has. Below zero nobody can know: the roll was longer, or one was changed unsaid. */
export function paperLeft(roll: Pick<PaperRoll, 'labels' | 'usedLabels'>): {
  readonly labels: number;
  readonly isLow: boolean;
} {
  const labels = Math.max(0, roll.labels - roll.usedLabels);
  return { labels, isLow: labels <= roll.labels * lowShare };
}
