import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackDesk, PackedParcelRow } from '../../../../shared/contracts/packing/packing.ts';
import { useHasRights, useMissingRight } from '../../../bridge/operators.ts';
import { RightNeeded } from '../../../parts/EmptyState.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { letters } from '../../../parts/letters.ts';
import { go, useSignInWish } from '../../../parts/place.ts';
import { ReopenDialog } from '../ReopenDialog.tsx';
import { BenchActs } from './BenchActs.tsx';
import {
  AbortDialog,
  HelpDialog,
  ReasonDialog,
  type ReasonedCommand,
  WeightDialog,
} from './BenchDialogs.tsx';
import { type BenchAct, isOfGoneParcel, mainAct, otherActs, reopenable, teachable } from './benchActs.ts';
import { gesture, onBenchAnswer, useBenchGestures } from './gestures.ts';
import type { FromIdle } from './idle/BesideIdle.tsx';
import { IdleSheet } from './idle/IdleSheet.tsx';
import { ParcelSheet } from './ParcelSheet.tsx';
import { useBenchScans } from './pageCommands.ts';
import { StepColumn } from './StepColumn.tsx';
import { TeachDialog } from './TeachDialog.tsx';
import { useBenchPhotos } from './useBenchPhotos.ts';
import { useBenchSpeech } from './useBenchSpeech.ts';
import { useBenchScale, useScaleWeighing } from './useScaleWeighing.ts';
import { VerdictBand } from './VerdictBand.tsx';
import { verdictOf } from './verdict.ts';

type Asked = ReasonedCommand | 'weigh' | 'abort' | 'reopen' | 'teach' | 'help' | null;

/** What an act asks before it is done; the others are done at once. */
const askedOf: Partial<Readonly<Record<BenchAct, Exclude<Asked, null>>>> = {
  teach: 'teach',
  weigh: 'weigh',
  override: 'override',
  reprint: 'reprint',
  hold: 'hold',
  extra: 'extra-parcel',
  abort: 'abort',
  reopen: 'reopen',
};

function doAtOnce(act: BenchAct): void {
  if (act === 'toPrint') go('print');
  else if (act === 'again') gesture({ kind: 'command', command: 'print-last' });
  else if (act === 'confirm' || act === 'next') gesture({ kind: 'command', command: act });
}

interface BenchTabProps extends FromIdle {
  readonly desk: PackDesk;
}

/** The bench at work: one big state, one parcel, what a hand may do. */
export function BenchTab({ desk, ...leads }: BenchTabProps) {
  const { t } = useTranslation();
  const { parcel, rules, taken } = desk;
  const { answer, failure } = useBenchGestures();
  const [asked, setAsked] = useState<Asked>(null);
  const missing = useMissingRight(['packParcels']);
  const isPrintedHere = rules.printAt !== 'by-hand';
  const says = useBenchScale();
  const scale = says?.state ?? null;
  const verdict = verdictOf({ parcel, answer, taken, failure, scale, isPrintedHere });
  const mayTeach = useHasRights()(['changeSettings']);
  const taught = mayTeach ? teachable(verdict, parcel) : null;
  const packed = reopenable(verdict, answer, desk);
  const close = (): void => setAsked(null);
  useBenchSpeech({ isPrintedHere, scale, taken });
  useBenchPhotos(desk);
  useScaleWeighing(missing === null ? parcel : null, says);
  useBenchScans((code) => {
    if (missing !== null) return false;
    // A scan replaces the question that was open.
    close();
    gesture({ kind: 'scan', code });
    return true;
  });
  useEffect(
    () =>
      onBenchAnswer(({ says }) => {
        if (says === 'help') setAsked('help');
        if (says === 'switch-operator') useSignInWish.getState().ask();
      }),
    [],
  );
  if (missing !== null) return <RightNeeded {...missing} />;
  const others = otherActs(verdict, desk, packed).filter((other) => other !== 'teach' || taught !== null);
  const act = (chosen: BenchAct): void => {
    const question = askedOf[chosen];
    if (question === undefined) doAtOnce(chosen);
    else setAsked(question);
  };
  return (
    <div className="bench">
      <VerdictBand verdict={verdict} next={taught === null ? '' : t('packing.teachNext')} />
      {parcel === null ? (
        <IdleSheet desk={desk} {...leads} />
      ) : (
        <div className="bench-parcel">
          <ParcelSheet parcel={parcel} showsPictures={rules.showsPictures} />
          <StepColumn parcel={parcel} rules={rules} says={says} />
        </div>
      )}
      <BenchActs main={mainAct(verdict, parcel)} others={others} onAct={act}>
        <KeyButton look="quiet" icon="question" combo={letters.ask} onPress={() => setAsked('help')}>
          {t('packing.act.help')}
        </KeyButton>
      </BenchActs>
      <AskedDialog
        {...{ asked, parcel, packed, taught }}
        isOfGone={isOfGoneParcel(verdict)}
        onClose={close}
      />
    </div>
  );
}

interface AskedDialogProps extends Pick<PackDesk, 'parcel'> {
  readonly packed: PackedParcelRow | null;
  readonly taught: ReturnType<typeof teachable>;
  readonly asked: Asked;
  readonly isOfGone: boolean;
  onClose(): void;
}

function AskedDialog({ asked, isOfGone, parcel, packed, taught, onClose }: AskedDialogProps): ReactNode {
  switch (asked) {
    case null:
      return null;
    case 'help':
      return <HelpDialog onClose={onClose} />;
    case 'abort':
      return <AbortDialog onClose={onClose} />;
    case 'weigh':
      return parcel !== null && <WeightDialog parcelId={parcel.parcelId} onClose={onClose} />;
    case 'teach':
      return taught !== null && <TeachDialog {...taught} onClose={onClose} />;
    case 'reopen':
      return packed !== null && <ReopenDialog row={packed} onReopened={onClose} onClose={onClose} />;
    default:
      return (
        <ReasonDialog
          key={asked}
          command={asked}
          isOfGone={isOfGone && asked === 'reprint'}
          onClose={onClose}
        />
      );
  }
}
