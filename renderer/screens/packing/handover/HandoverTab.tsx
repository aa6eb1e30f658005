import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverCarrier } from '../../../../shared/contracts/packing/handover.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { useMissingRight } from '../../../bridge/operators.ts';
import { EmptyState, RightNeeded } from '../../../parts/EmptyState.tsx';
import { FilterChips } from '../../../parts/FilterChips.tsx';
import { Notice } from '../../../parts/feedback/Notice.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { letters, lettersOf } from '../../../parts/letters.ts';
import { usePlaceState } from '../../../parts/usePlaceState.ts';
import { AnswerState } from '../../../work/AnswerState.tsx';
import { useAct } from '../../../work/useAct.ts';
import { useBenchScans } from '../bench/pageCommands.ts';
import { ScansToBench } from '../bench/ScansToBench.tsx';
import { TypedCode } from '../bench/TypedCode.tsx';
import { StateBand } from '../bench/VerdictBand.tsx';
import { CarrierPiles } from './CarrierPiles.tsx';
import { CloseDialog, PaperDialog } from './HandoverDialogs.tsx';
import { type LateKind, LateList, lateKinds } from './LateLists.tsx';
import { ListRows } from './ListRows.tsx';
import { beginWords, useOutState, useScanOut } from './useScanOut.ts';

type Shown = 'piles' | LateKind;
const isLate = (text: string | undefined): text is LateKind => lateKinds.some((kind) => kind === text);

interface HandoverTabProps {
  /** The list of late parcels that was asked for when it was opened. */
  readonly filter: string | undefined;
  readonly step: number;
  toBench(): void;
}

/** Parcels leave with their couriers: one list a carrier, each parcel scanned out, a second list for what comes late. */
export function HandoverTab({ filter, step, toBench }: HandoverTabProps) {
  const { t } = useTranslation();
  const missing = useMissingRight(['packParcels']);
  const late = useQuery(ask.handover.late.queryOptions()).data;
  const [chosen, setChosen] = useState('');
  const [shown, setShown] = usePlaceState<Shown>(isLate(filter) ? filter : undefined, step, 'piles');
  if (missing !== null) return <RightNeeded {...missing} />;
  const isAnyLate = late !== undefined && lateKinds.some((kind) => late[kind] > 0);
  return (
    <>
      {(isAnyLate || shown !== 'piles') && (
        <FilterChips<Shown>
          label={t('packing.lateLists')}
          choices={[
            { id: 'piles', label: t('packing.piles'), count: null },
            ...lateKinds.map((id) => ({
              id,
              label: t(`packing.lateKind.${id}`),
              count: late?.[id],
              tone: id === 'pickups' ? ('note' as const) : ('failed' as const),
            })),
          ]}
          chosen={shown}
          onChoose={setShown}
        />
      )}
      {shown === 'piles' ? (
        <Piles chosen={chosen} onChoose={setChosen} toBench={toBench} />
      ) : (
        <>
          <ScansToBench toBench={toBench} />
          <LateList
            kind={shown}
            onCarrier={(carrier) => {
              setChosen(carrier);
              setShown('piles');
            }}
          />
        </>
      )}
    </>
  );
}

/** While the book is away lists go on at this bench, by what it knows. */
function KeptHere() {
  const { t } = useTranslation();
  const state = useQuery(ask.away.state.queryOptions()).data;
  if (state === undefined || state.since === null) return null;
  return (
    <div className="kept-here">
      <Notice tone="note" title={t('packing.server.lists')} next={t('packing.server.listsNote')} />
    </div>
  );
}

interface PilesProps {
  readonly chosen: string;
  onChoose(carrier: string): void;
  toBench(): void;
}

function Piles({ chosen, onChoose, toBench }: PilesProps) {
  const { t } = useTranslation();
  const answer = useQuery(ask.handover.desk.queryOptions());
  const carriers = answer.data?.carriers ?? [];
  const pile = carriers.find(({ carrier }) => carrier === chosen) ?? carriers[0];
  if (answer.data === undefined)
    return (
      <>
        <ScansToBench toBench={toBench} />
        <AnswerState answer={answer} />
      </>
    );
  if (pile === undefined)
    return (
      <>
        <KeptHere />
        <div className="panel bench-empty handover-none">
          <ScansToBench toBench={toBench} />
          <EmptyState icon="check" title={t('packing.noPiles')}>
            <p>{t('packing.noPilesNote')}</p>
          </EmptyState>
        </div>
      </>
    );
  return (
    <>
      <KeptHere />
      <AnswerState answer={answer} />
      <div className="handover">
        <CarrierPiles carriers={carriers} chosen={pile.carrier} onChoose={onChoose} />
        <Pile key={pile.carrier} pile={pile} />
      </div>
    </>
  );
}

/** The list of one carrier, and what is done with it. */
function Pile({ pile }: { readonly pile: HandoverCarrier }) {
  const { t } = useTranslation();
  const { carrier, open, packed } = pile;
  const carrierName = useCarrierNames();
  const stateOf = useOutState();
  const [asked, setAsked] = useState<'close' | 'paper' | null>(null);
  const { last, scan, forget } = useScanOut({ carrier, handoverId: open?.handoverId ?? null });
  useBenchScans((code) => {
    setAsked(null);
    scan(code);
    return true;
  });
  const begin = useAct(() => core.handover.begin({ carrier }), { after: forget });
  const takeAll = useAct((handoverId: string) => core.handover.takeAll({ handoverId }), {
    says: ({ taken, refused }) =>
      refused === 0
        ? t('packing.allTaken', { count: taken })
        : { tone: 'unsure', says: t('packing.someTaken', { count: taken, refused }) },
    after: forget,
  });
  const close = (): void => setAsked(null);
  const parcels = open?.parcels ?? 0;
  const newest = open ?? pile.closed[0] ?? null;
  return (
    <div className="handover-pile-open">
      <StateBand {...stateOf(last, pile, carrierName(carrier))} />
      <ListRows key={open?.handoverId ?? ''} pile={pile} />
      <footer className="bench-acts">
        <TypedCode onCode={scan} />
        {open !== null && packed > 0 && (
          <KeyButton look="quiet" icon="plus" combo={letters.add} {...takeAll.press(open.handoverId)}>
            {t('packing.takeAll', { count: packed })}
          </KeyButton>
        )}
        {newest !== null && newest.parcels > 0 && (
          <KeyButton look="quiet" icon="print" combo={letters.print} onPress={() => setAsked('paper')}>
            {t('packing.paper')}
          </KeyButton>
        )}
        <span className="grow" />
        {open === null ? (
          <KeyButton look="primary" size="large" icon="plus" combo="Enter" {...begin.press(undefined)}>
            {t(beginWords(pile))}
          </KeyButton>
        ) : (
          parcels > 0 && (
            <KeyButton
              look="primary"
              size="large"
              icon="check"
              combo={lettersOf.pack.handOver}
              onPress={() => setAsked('close')}
            >
              {t('packing.close')}
            </KeyButton>
          )
        )}
      </footer>
      {asked === 'close' && open !== null && <CloseDialog list={open} onSigned={forget} onClose={close} />}
      {asked === 'paper' && newest !== null && <PaperDialog list={newest} onClose={close} />}
    </div>
  );
}
