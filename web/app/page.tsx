import { Waiting } from '@genkan/sign-in/waiting'
import { configurationOf, environment, problemsOf } from '../configuration'
import { Entrance } from './entrance'
import { Misconfigured } from './misconfigured'

export default function Page() {
  const problems = problemsOf(environment)
  if (problems.length > 0) return <Misconfigured problems={problems} />
  return (
    <>
      <Entrance configuration={configurationOf(environment)} waiting={<Waiting title="Genkan" />} />
      <noscript>
        <div className="genkan no-script">
          <p lang="ja">
            ログインするには、ブラウザーの設定で JavaScript を有効にして、ページを再読み込みしてください。
          </p>
          <p lang="en">To sign in, allow JavaScript in your browser’s settings and reload this page.</p>
        </div>
      </noscript>
    </>
  )
}
