import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverCarrier } from '../../../../shared/contracts/packing/handover.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { useMissingRight } from '../../../bridge/operators.ts';
import { EmptyState, RightNeeded } from '../../../parts/EmptyState.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { letters, lettersOf } from '../../../parts/letters.ts';
import { useScanTaker } from '../../../parts/scanTakers.ts';
import { AnswerState } from '../../../work/AnswerState.tsx';
import { useAct } from '../../../work/useAct.ts';
import { TypedCode } from '../bench/TypedCode.tsx';
import { StateBand } from '../bench/VerdictBand.tsx';
import { CarrierPiles } from './CarrierPiles.tsx';
import { CloseDialog, PaperDialog } from './HandoverDialogs.tsx';
import { ListRows } from './ListRows.tsx';
import { beginWords, useOutState, useScanOut } from './useScanOut.ts';

/** Parcels leave with their couriers: one list a carrier, each parcel scanned out, a second list for what comes late. */
export function HandoverTab() {
  const { t } = useTranslation();
  const missing = useMissingRight(['packParcels']);
  const answer = useQuery(ask.handover.desk.queryOptions());
  const [chosen, setChosen] = useState('');
  const carriers = answer.data?.carriers ?? [];
  const pile = carriers.find(({ carrier }) => carrier === chosen) ?? carriers[0];
  if (missing !== null) return <RightNeeded {...missing} />;
  if (answer.data === undefined) return <AnswerState answer={answer} />;
  if (pile === undefined)
    return (
      <div className="panel bench-empty">
        <EmptyState icon="check" title={t('packing.noPiles')}>
          <p>{t('packing.noPilesNote')}</p>
        </EmptyState>
      </div>
    );
  return (
    <>
      <AnswerState answer={answer} />
      <div className="handover">
        <CarrierPiles carriers={carriers} chosen={pile.carrier} onChoose={setChosen} />
        <Pile key={pile.carrier} pile={pile} />
      </div>
    </>
  );
}

/** The list of one carrier, and what is done with it. */
function Pile({ pile }: { readonly pile: HandoverCarrier }) {
  const { t } = useTranslation();
  const { carrier, open, packed, late } = pile;
  const carrierName = useCarrierNames();
  const stateOf = useOutState();
  const [asked, setAsked] = useState<'close' | 'paper' | null>(null);
  const { last, scan, forget } = useScanOut({ carrier, handoverId: open?.handoverId ?? null });
  useScanTaker((code) => {
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
      <StateBand
        {...stateOf(last, parcels, carrierName(carrier))}
        more={late > 0 && open === null ? t('packing.lateNext', { count: late }) : ''}
      />
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
      {asked === 'close' && open !== null && <CloseDialog list={open} onClose={close} />}
      {asked === 'paper' && newest !== null && <PaperDialog list={newest} onClose={close} />}
    </div>
  );
}
