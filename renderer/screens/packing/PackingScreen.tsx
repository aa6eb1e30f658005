import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import './packing.css';
import './packingFar.css';
import type { PackDesk } from '../../../shared/contracts/packing/packing.ts';
import { hourMs, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import { ask } from '../../bridge/core.ts';
import { useNow } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { lettersOf } from '../../parts/letters.ts';
import type { PlaceFocus } from '../../parts/place.ts';
import { Tabs } from '../../parts/Tabs.tsx';
import { usePlaceState } from '../../parts/usePlaceState.ts';
import { useShownTheme } from '../../parts/view.ts';
import { AnswerState } from '../../work/AnswerState.tsx';
import { AwayNotice } from '../../work/away/AwayNotice.tsx';
import { useBenchLook, useBenchShown } from '../../work/devices/benchLook.ts';
import { BenchTab } from './bench/BenchTab.tsx';
import { doPageCommand } from './bench/pageCommands.ts';
import { ScansToBench } from './bench/ScansToBench.tsx';
import { useBenchVoice } from './bench/voice.ts';
import { CameraMark } from './CameraMark.tsx';
import { HandoverTab } from './handover/HandoverTab.tsx';
import { ParcelList } from './ParcelList.tsx';
import { PrintersButton } from './PrintersButton.tsx';

const tabs = ['bench', 'packed', 'aside', 'handover'] as const;
type PackTab = (typeof tabs)[number];

const isTab = (text: string | undefined): text is PackTab => tabs.some((tab) => tab === text);

/** Packed today, and in this hour: by the operator who is signed in, where there are several. */
function DayFigures({ desk }: { readonly desk: PackDesk }) {
  const { t } = useTranslation();
  const now = useNow();
  const own = useQuery(ask.operators.state.queryOptions()).data;
  const isOwn = own?.hasOperators === true && own.role !== 'nobody';
  const hour = Math.floor((now - startOfShopDay(now)) / hourMs);
  const mine = desk.hours.filter(({ operator }) => !isOwn || operator === own.name);
  const sum = (rows: typeof mine): number => rows.reduce((total, { parcels }) => total + parcels, 0);
  return (
    <p className="bench-figures">
      {isOwn && <span className="soft">{own.name}</span>}
      <strong className="number">
        {t('packing.hour', { count: sum(mine.filter((row) => row.hour === hour)) })}
      </strong>
      <strong className="number">
        {t('packing.today', { count: isOwn ? sum(mine) : desk.packedToday })}
      </strong>
    </p>
  );
}

/** By letter, button or barcode: dark, and large enough for two metres. */
function LookButtons() {
  const { t } = useTranslation();
  const isFar = useBenchLook((look) => look.isFar);
  const isDark = useShownTheme(({ shown }) => shown) === 'dark';
  return (
    <>
      <KeyButton
        look="quiet"
        icon="moon"
        combo={lettersOf.pack.dark}
        isPressed={isDark}
        title={t('packing.darkNote')}
        onPress={() => doPageCommand('dark')}
      >
        {t('packing.dark')}
      </KeyButton>
      <KeyButton
        look="quiet"
        icon="eye"
        combo={lettersOf.pack.far}
        isPressed={isFar}
        title={t('packing.farNote')}
        onPress={() => doPageCommand('far')}
      >
        {t('packing.far')}
      </KeyButton>
    </>
  );
}

function VoiceButton() {
  const { t } = useTranslation();
  const isSpoken = useBenchVoice((voice) => voice.isSpoken);
  return (
    <Button
      look="quiet"
      icon="speak"
      isPressed={isSpoken}
      title={t('packing.spokenNote')}
      onPress={() => useBenchVoice.setState({ isSpoken: !isSpoken })}
    >
      {t('packing.spoken')}
    </Button>
  );
}

/** Scan, check, weigh, label, done: one parcel at a time, read at two metres; what was packed and what waits are behind it. */
export function PackingScreen({ focus, step }: { readonly focus: PlaceFocus; readonly step: number }) {
  const { t } = useTranslation();
  const [tab, setTab] = usePlaceState<PackTab>(isTab(focus.tab) ? focus.tab : undefined, step, 'bench');
  const answer = useQuery(ask.packing.desk.queryOptions());
  const desk = answer.data;
  const isFar = useBenchLook((look) => look.isFar);
  const toBench = (): void => setTab('bench');
  useEffect(() => {
    useBenchShown.setState({ isShown: true });
    return () => useBenchShown.setState({ isShown: false });
  }, []);
  const shown: Readonly<Record<PackTab, ReactNode>> = {
    bench:
      desk === undefined ? (
        <ScansToBench toBench={toBench} />
      ) : (
        <BenchTab
          desk={desk}
          onAside={() => setTab('aside')}
          onPacked={() => setTab('packed')}
          onHandover={() => setTab('handover')}
        />
      ),
    packed: <ParcelList list="packed" toBench={toBench} />,
    aside: <ParcelList list="aside" toBench={toBench} />,
    handover: <HandoverTab filter={focus.filter} step={step} toBench={toBench} />,
  };
  return (
    <div className={isFar ? 'screen packing packing-far' : 'screen packing'}>
      <header className="screen-head">
        <h1>{t('screen.pack')}</h1>
        {desk !== undefined && desk.rules.benchName !== '' && (
          <span className="packing-bench-name soft">{desk.rules.benchName}</span>
        )}
        <Tabs
          label={t('screen.pack')}
          tabs={tabs.map((id) => ({
            id,
            label: t(`packing.tab.${id}`),
            count: id === 'aside' ? desk?.aside : undefined,
          }))}
          chosen={tab}
          onChoose={setTab}
        />
        <span className="grow" />
        <CameraMark />
        <span className="bench-toggles">
          {desk !== undefined && <PrintersButton rules={desk.rules} />}
          <LookButtons />
          <VoiceButton />
        </span>
        {desk !== undefined && <DayFigures desk={desk} />}
      </header>
      <AwayNotice />
      <AnswerState answer={answer} />
      <div className="packing-body" role="tabpanel" aria-label={t(`packing.tab.${tab}`)}>
        {shown[tab]}
      </div>
    </div>
  );
}
