import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FoundPrinter } from '../../../../../shared/contracts/printers.ts';
import { core } from '../../../../bridge/core.ts';
import { failureOf } from '../../../../bridge/failureOf.ts';
import { type ProbedAddress, printerSetupQueries } from '../../../../bridge/queries/printQueries.ts';
import { Button } from '../../../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../../../parts/feedback/Notice.tsx';
import { SelectField } from '../../../../parts/form/SelectField.tsx';
import { TextField } from '../../../../parts/form/TextField.tsx';
import { StateMark } from '../../../../parts/StateMark.tsx';
import { useDescribe } from '../../../../words/describe.ts';
import { printerTone } from '../../../../words/tones.ts';
import { placeFromFound, printerUri } from '../printerAddress.ts';
import { chooseFound, learnProbe, type SetupDraft } from './setupDraft.ts';

interface WayStepProps {
  readonly draft: SetupDraft;
  change(next: (before: SetupDraft) => SetupDraft): void;
}

function FoundButton({ found, draft, change }: { readonly found: FoundPrinter } & WayStepProps) {
  const { t } = useTranslation();
  const place = placeFromFound(found.uri);
  const isChosen =
    draft.place.way === place.way && draft.place.queue === place.queue && draft.place.device === place.device;
  return (
    <button
      type="button"
      className="way"
      aria-pressed={isChosen}
      onClick={() => change((before) => chooseFound(before, { place, name: found.name }))}
    >
      <strong>{found.name}</strong>
      <span className="line">
        <span className="soft small">{t(`printerSetup.kind.${found.kind as 'usb'}`)}</span>
        {found.state !== 'unknown' && (
          <StateMark tone={printerTone(found.state)} label={t(`printer.${found.state}`)} />
        )}
        {found.isKnown && <span className="soft small">{t('printerSetup.isKnown')}</span>}
      </span>
    </button>
  );
}

/** What this computer knows by itself: queues of the system, USB and serial ports. */
function FoundPrinters(props: WayStepProps) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const found = useQuery(printerSetupQueries.found());
  if (found.error !== null) return <FailureNotice failure={failureOf(found.error)} />;
  return (
    <div className="stack-tight">
      <header className="line">
        <h3 className="grow">{t('printerSetup.found')}</h3>
        <Button size="small" icon="refresh" isBusy={found.isFetching} onPress={() => void found.refetch()}>
          {t('printerSetup.findAgain')}
        </Button>
      </header>
      {found.data?.printers.length === 0 && <p className="soft">{t('printerSetup.noneFound')}</p>}
      <div className="ways">
        {found.data?.printers.map((one) => (
          <FoundButton key={one.uri} found={one} {...props} />
        ))}
      </div>
      {found.data?.unavailable.map(({ transport, code }) => (
        <p key={transport} className="soft small">
          {describe(code, { transport }).says}
        </p>
      ))}
    </div>
  );
}

/** One address a person knows, asked on the spot; the network is never searched. */
function NetworkAddress({ draft, change }: WayStepProps) {
  const { t } = useTranslation();
  const put = (part: Partial<SetupDraft['place']>): void =>
    change((before) => ({ ...before, place: { ...before.place, ...part, way: 'tcp' } }));
  const uri = draft.place.way === 'tcp' ? printerUri(draft.place, draft.media) : null;
  const probe = useMutation({
    meta: { isShownInPlace: true },
    mutationFn: (asked: string) => core.printerSetup.probe({ uri: asked }),
    onSuccess: (probed) => change((before) => learnProbe(before, probed)),
  });
  const isTcp = draft.place.way === 'tcp';
  return (
    <div className="stack-tight">
      <h3>{t('printerSetup.network')}</h3>
      <div className="line network-fields">
        <TextField
          label={t('settings.host')}
          placeholder="192.168.1.50"
          maxLength={200}
          value={isTcp ? draft.place.host : ''}
          onChange={(host) => put({ host })}
        />
        <TextField
          label={t('settings.port')}
          maxLength={5}
          value={draft.place.port}
          onChange={(port) => put({ port })}
        />
        <Button
          isDisabled={uri === null}
          isBusy={probe.isPending}
          onPress={() => uri !== null && probe.mutate(uri)}
        >
          {t('printerSetup.probe')}
        </Button>
      </div>
      {probe.error !== null && <FailureNotice failure={failureOf(probe.error)} />}
      {probe.data !== undefined && <ProbeWords probed={probe.data} />}
    </div>
  );
}

/** How the printer is reached. */
export function WayStep(props: WayStepProps) {
  const { t } = useTranslation();
  const { draft, change } = props;
  return (
    <>
      <FoundPrinters {...props} />
      <NetworkAddress {...props} />
      <DeviceFields {...props} />
      <div className="stack-tight">
        <h3>{t('printerSetup.without')}</h3>
        <div className="ways">
          <button
            type="button"
            className="way"
            aria-pressed={draft.place.way === 'virtual'}
            onClick={() =>
              change((before) =>
                chooseFound(before, { place: placeFromFound('virtual:'), name: t('settings.virtual') }),
              )
            }
          >
            <strong>{t('settings.virtual')}</strong>
            <span className="soft small">{t('settings.virtualNote')}</span>
          </button>
        </div>
      </div>
    </>
  );
}

interface DeviceFieldsProps {
  readonly draft: SetupDraft;
  change(next: (before: SetupDraft) => SetupDraft): void;
}

/** Speeds serial printers can be set to. */
const bauds = ['4800', '9600', '19200', '38400', '57600', '115200'];

/** A chosen USB or serial port may be put right by hand; a serial one needs its speed. */
function DeviceFields({ draft, change }: DeviceFieldsProps) {
  const { t } = useTranslation();
  const { place } = draft;
  if (place.way !== 'usb' && place.way !== 'serial') return null;
  const put = (part: Partial<SetupDraft['place']>): void =>
    change((before) => ({ ...before, place: { ...before.place, ...part } }));
  return (
    <div className="line network-fields">
      <TextField
        label={t('printerSetup.device')}
        maxLength={200}
        value={place.device}
        onChange={(device) => put({ device })}
      />
      {place.way === 'serial' && (
        <SelectField
          label={t('printerSetup.baud')}
          width={120}
          value={place.baud}
          options={[...new Set([...bauds, place.baud])].map((value) => ({ value, label: value }))}
          onChange={(baud) => put({ baud })}
        />
      )}
    </div>
  );
}

/** What one question to an address told: nobody there, somebody silent, or a printer that answers. */
function ProbeWords({ probed }: { readonly probed: ProbedAddress }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  if (!probed.isReachable) {
    const { says, next } = describe(probed.errorCode === '' ? 'PRINTER_UNREACHABLE' : probed.errorCode);
    return <Notice tone="failed" title={says} next={next} code={probed.errorCode} />;
  }
  if (!probed.answersStatus)
    return <Notice tone="unsure" title={t('printerSetup.silent')} next={t('printerSetup.silentNote')} />;
  const [language] = probed.languages;
  return (
    <Notice
      tone="done"
      title={t('printerSetup.answers', {
        state: t(`printer.${probed.state}`),
        language: language === undefined ? '' : t(`printerLanguage.${language as 'tspl'}`),
        ms: probed.durationMs,
      })}
    />
  );
}
