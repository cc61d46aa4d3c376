import type { Texts } from './texts'

export const ja: Texts = {
  token: {
    title: 'ID トークンを見る',
    hint: 'トークンはログインしている本人であることを示します。ほかの人に見せたり、送ったりしないでください。',
    left: '有効期限まで',
    expired: '有効期限が切れました。次に使うときに自動で更新されます。',
    raw: 'トークン',
    claims: 'クレーム',
    copyRaw: 'トークンをコピー',
    copyClaims: 'クレームをコピー',
    copied: 'コピーしました。',
    notCopied: 'コピーできませんでした。選択してコピーしてください。',
    duration: (hours, minutes, seconds) => `${hours > 0 ? `${hours} 時間 ` : ''}${minutes} 分 ${seconds} 秒`,
  },
  api: {
    title: 'API を呼び出す',
    hint: 'ID トークンを Authorization ヘッダーに付けて、保護された API を呼び出します。',
    missing: 'API の URL が設定されていません（NEXT_PUBLIC_API_URL）。',
    call: 'API を呼び出す',
    calling: '呼び出しています...',
    answered: (status, milliseconds) => `${milliseconds} ミリ秒で応答がありました（ステータス ${status}）。`,
    unauthorized:
      'API の設定（ユーザープールとアプリクライアント）がこのページと同じかどうかご確認ください。解決しないときは、ログインし直してください。',
    reasons: {
      token_missing: 'API にトークンが届いていません。',
      token_malformed: 'API がトークンを読み取れませんでした。',
      token_expired: 'トークンの有効期限が切れています。',
      token_not_yet_valid: 'トークンがまだ有効になっていません。端末の時計が合っているかご確認ください。',
      wrong_user_pool: '別のユーザープールが発行したトークンです。',
      wrong_client: '別のアプリクライアント向けに発行されたトークンです。',
      not_an_id_token: 'ID トークンではありません。',
      bad_signature: 'トークンの署名が正しくありません。',
      unknown_key: 'ユーザープールにない鍵で署名されたトークンです。',
    },
    refused: 'API がエラーを返しました。下の応答をご確認ください。',
    unreachable:
      'API に接続できません。インターネットに接続していること、API が動いていること、このページのオリジンが API の CORS 設定で許可されていることをご確認ください。',
    body: '応答',
  },
  next: {
    title: '次のステップ',
    steps: [
      'web/app/entrance.tsx の <SignIn> の中を、ご自分の画面に置き換えます。',
      'トークンは useSession() の fetchSession() で受け取ります。期限が切れていれば更新されます。',
      'Amazon Cognito に切り替えるには、リージョン、ユーザープール ID、クライアント ID の 3 つの環境変数を設定してビルドします。',
    ],
  },
}
