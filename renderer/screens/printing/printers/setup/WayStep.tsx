import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../../shared/contracts/contract.ts';
import type { FoundPrinter } from '../../../../../shared/contracts/printers.ts';
import type { WayFacts } from '../../../../../shared/domain/printing/printer.ts';
import {
  type PrinterKinds,
  placeFromFound,
  printerUri,
} from '../../../../../shared/domain/printing/printerAddress.ts';
import { ask, core } from '../../../../bridge/core.ts';
import { failureOf } from '../../../../bridge/failureOf.ts';
import { useNameOf } from '../../../../bridge/knownNames.ts';
import { Button } from '../../../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../../../parts/feedback/Notice.tsx';
import { SelectField } from '../../../../parts/form/SelectField.tsx';
import { TextField } from '../../../../parts/form/TextField.tsx';
import { atStart } from '../../../../parts/format.ts';
import { StateMark } from '../../../../parts/StateMark.tsx';
import { useDescribe } from '../../../../words/describe.ts';
import { printerTone } from '../../../../words/tones.ts';
import { useAct } from '../../../../work/useAct.ts';
import { chooseFound, learnProbe, type SetupDraft } from './setupDraft.ts';

interface WayStepProps {
  readonly kinds: PrinterKinds;
  readonly draft: SetupDraft;
  change(next: (before: SetupDraft) => SetupDraft): void;
}

function FoundButton({ found, kinds, draft, change }: { readonly found: FoundPrinter } & WayStepProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const place = placeFromFound(found.uri, kinds.ways);
  const way = kinds.ways.find(({ id }) => id === place.way);
  const isChosen =
    draft.place.way === place.way &&
    way?.fields.every(({ id, place: at }) => at === 'option' || draft.place.values[id] === place.values[id]);
  return (
    <button
      type="button"
      className="way"
      aria-pressed={isChosen === true}
      onClick={() =>
        change((before) =>
          chooseFound(before, { place, name: found.name, isOffice: found.isOffice }, kinds.languages[0]?.id),
        )
      }
    >
      <strong>{found.name}</strong>
      <span className="line">
        <span className="soft small">{way === undefined ? '' : nameOf(way)}</span>
        {found.state !== 'unknown' && (
          <StateMark tone={printerTone(found.state)} label={atStart(t(`printer.${found.state}`))} />
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
  const nameOf = useNameOf();
  const wayName = (id: string): string => {
    const way = props.kinds.ways.find((one) => one.id === id);
    return way === undefined ? id : nameOf(way);
  };
  // Looked for anew each time somebody asks.
  const found = useQuery(ask.printerSetup.find.queryOptions({ staleTime: 0, gcTime: 0 }));
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
          {/* In its own words nothing was printed: nothing was to be. */}
          {code === 'PRINTER_TRANSPORT_UNAVAILABLE'
            ? t('printerSetup.notHere', { way: wayName(transport) })
            : describe(code, { transport: wayName(transport) }).says}
        </p>
      ))}
    </div>
  );
}

/** What is entered for a way; a change chooses it. */
function PlaceFields({ way, draft, change }: { readonly way: WayFacts } & Omit<WayStepProps, 'kinds'>) {
  const nameOf = useNameOf();
  const values = draft.place.way === way.id ? draft.place.values : {};
  const put = (id: string, value: string): void =>
    change((before) => ({ ...before, place: { way: way.id, values: { ...values, [id]: value } } }));
  return way.fields
    .filter(({ isGiven }) => !isGiven)
    .map((field) => {
      const value = values[field.id] ?? field.initial;
      return field.choices.length > 0 ? (
        <SelectField
          key={field.id}
          label={nameOf(field)}
          width={120}
          value={value}
          options={[...new Set([...field.choices, value])].map((one) => ({ value: one, label: one }))}
          onChange={(chosen) => put(field.id, chosen)}
        />
      ) : (
        <TextField
          key={field.id}
          label={nameOf(field)}
          placeholder={field.example}
          maxLength={200}
          value={value}
          onChange={(text) => put(field.id, text)}
        />
      );
    });
}

/** One address a person knows, asked on the spot; the network is never searched. */
function KnownAddress({ way, ...props }: { readonly way: WayFacts } & WayStepProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { kinds, draft, change } = props;
  const uri = draft.place.way === way.id ? printerUri(draft.place, draft.media, kinds.ways) : null;
  const probe = useAct((asked: string) => core.printerSetup.probe({ uri: asked }), {
    after: (probed) => change((before) => learnProbe(before, probed)),
    isShownInPlace: true,
  });
  return (
    <div className="stack-tight">
      <h3>{t('printerSetup.byAddress', { way: nameOf(way) })}</h3>
      <div className="line network-fields">
        <PlaceFields way={way} draft={draft} change={change} />
        <Button
          isDisabled={uri === null}
          isBusy={probe.isPending}
          onPress={() => uri !== null && probe.mutate(uri)}
        >
          {t('printerSetup.probe')}
        </Button>
      </div>
      {probe.error !== null && <FailureNotice failure={failureOf(probe.error)} />}
      {probe.data !== undefined && <ProbeWords probed={probe.data} kinds={kinds} />}
    </div>
  );
}

/** How the printer is reached. */
export function WayStep(props: WayStepProps) {
  const { t } = useTranslation();
  const { kinds, draft, change } = props;
  const chosen = kinds.ways.find(({ id, foundBy }) => id === draft.place.way && foundBy === 'list');
  const isTyped = chosen?.fields.some(({ isGiven }) => !isGiven) === true;
  return (
    <>
      <FoundPrinters {...props} />
      {kinds.ways
        .filter(({ foundBy }) => foundBy === 'address')
        .map((way) => (
          <KnownAddress key={way.id} way={way} {...props} />
        ))}
      {chosen !== undefined && isTyped && (
        <div className="line network-fields">
          <PlaceFields way={chosen} draft={draft} change={change} />
        </div>
      )}
      <div className="stack-tight">
        <h3>{t('status.noPrinter')}</h3>
        <div className="ways">
          {kinds.ways
            .filter(({ foundBy }) => foundBy === 'nothing')
            .map(({ id }) => (
              <button
                key={id}
                type="button"
                className="way"
                aria-pressed={draft.place.way === id}
                onClick={() =>
                  change((before) =>
                    chooseFound(
                      before,
                      { place: { way: id, values: {} }, name: t('settings.virtual') },
                      kinds.languages[0]?.id,
                    ),
                  )
                }
              >
                <strong>{t('settings.virtual')}</strong>
                <span className="soft small">{t('settings.virtualNote')}</span>
              </button>
            ))}
        </div>
      </div>
    </>
  );
}

/** What one question to an address told: nobody there, somebody silent, or a printer that answers. */
type Probed = Answered<'printerSetup', 'probe'>;

function ProbeWords({ probed, kinds }: { readonly probed: Probed; readonly kinds: PrinterKinds }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  if (!probed.isReachable) {
    const { says, next } = describe(probed.errorCode === '' ? 'PRINTER_UNREACHABLE' : probed.errorCode);
    return <Notice tone="failed" title={says} next={next} code={probed.errorCode} />;
  }
  if (!probed.answersStatus)
    return <Notice tone="note" title={t('printerSetup.silent')} next={t('printerSetup.silentNote')} />;
  const [language] = probed.languages;
  return (
    <Notice
      tone="done"
      title={t('printerSetup.answers', {
        state: t(`printer.${probed.state}`),
        language: kinds.languages.find(({ id }) => id === language)?.name ?? '',
        ms: probed.durationMs,
      })}
    />
  );
}
