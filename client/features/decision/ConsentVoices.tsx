// The voices of a consent round: how many of each position, and who said which words.
import { useTranslation } from 'react-i18next'
import { ConsentSign } from '#client/features/decision/ConsentSign.tsx'
import { type ConsentVoice, countOf, positions } from '#shared/decision/consent.ts'

export function ConsentVoices({ voices }: { voices: readonly ConsentVoice[] }) {
  const { t } = useTranslation('decision')
  return (
    <div className="decision-voices">
      <ul className="decision-tally">
        {positions.map((position) => (
          <li key={position}>
            <ConsentSign position={position} />
            {t(`position.${position}`)} <b className="num">{countOf(voices, position)}</b>
          </li>
        ))}
      </ul>
      <ul>
        {voices.map((voice, place) => (
          // Two people may bear one name.
          <li key={`${voice.name}-${place}`} className="decision-voice">
            <ConsentSign position={voice.position} />
            <div>
              <b>{voice.name}</b> <span className="soft">{t(`position.${voice.position}`)}</span>
              {voice.carried && <span className="soft"> · {t('carry.carried')}</span>}
              {voice.words && <p className="decision-words">{voice.words}</p>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
