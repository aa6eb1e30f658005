import { useTranslation } from 'react-i18next';
import type { Recognition } from '../../bridge/queries/importQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { KeyHint } from '../../parts/KeyHint.tsx';
import { useKeys } from '../../parts/useKeys.ts';

type Question = NonNullable<Recognition['encodingQuestion']>;
type Encoding = Question['choices'][number]['encoding'];

interface EncodingQuestionProps {
  readonly question: Question;
  readonly chosen: Encoding | undefined;
  onChoose(encoding: Encoding): void;
}

/** The bytes do not say their encoding: the same lines in each, one key a choice. A person sees at once which is words. */
export function EncodingQuestion({ question, chosen, onChoose }: EncodingQuestionProps) {
  const { t } = useTranslation();
  useKeys(
    question.choices.map(({ encoding }, index) => ({
      combo: String(index + 1),
      says: t('imports.readAs', { encoding: t(`imports.encodingName.${encoding}`) }),
      run: () => onChoose(encoding),
    })),
  );
  return (
    <section className="stack" aria-label={t('imports.encodingAsked')}>
      <h3 className="question-title">{t('imports.encodingAsked')}</h3>
      <ul className="plain-list encoding-choices">
        {question.choices.map(({ encoding, preview, damagedCharacters }, index) => (
          <li key={encoding} className={`encoding-choice${encoding === chosen ? ' encoding-chosen' : ''}`}>
            <div className="line">
              <KeyHint combo={String(index + 1)} />
              <strong className="grow">{t(`imports.encodingName.${encoding}`)}</strong>
              <span className={damagedCharacters > 0 ? 'small text-failed' : 'small soft'}>
                {t('imports.damagedCharacters', { count: damagedCharacters })}
              </span>
              <Button size="small" onPress={() => onChoose(encoding)}>
                {t('imports.takeThis')}
              </Button>
            </div>
            <pre className="encoding-preview">{preview.join('\n')}</pre>
          </li>
        ))}
      </ul>
    </section>
  );
}
