import type { Language } from '../messages'

const said: Readonly<Record<Language, readonly [slow: string, reload: string]>> = {
  ja: ['時間がかかっています。', 'ページを再読み込み'],
  en: ['This is taking long.', 'Reload this page'],
}

/**
 * What waiting says when it takes long: in every language unless one is known, since it may be the texts that do not
 * come. The style sheet shows it after a while, so that it needs no script either.
 */
export function Slow({ language }: { readonly language?: Language | undefined }) {
  const spoken = Object.entries(said).filter(([name]) => language === undefined || name === language)
  return (
    <div className="slow" role="status">
      {spoken.map(([name, [slow, reload]]) => (
        <p key={name} lang={name}>
          {slow}
          <a href="?">{reload}</a>
        </p>
      ))}
    </div>
  )
}
