import type { Texts } from './texts.ts'

const again = 'しばらく待ってから、もう一度お試しください。'
const askOwner = 'お手数ですが、管理者にお問い合わせください。'

export const ja: Texts = {
  other: 'English',
  problem: (title) => `エラー：${title}`,
  stand: 'Amazon Cognito マネージドログインの代わりをする、開発用のローカルページです。',
  inbox: '届いたコードを見る',
  signIn: { title: 'ログイン', submit: 'ログイン' },
  chooseUser: { title: 'ログイン', submit: '次へ' },
  signedIn: {
    title: 'ログインしています',
    lead: (name) => `${name} としてログインしています。`,
    proceed: (name) => `${name} として続ける`,
    another: '別のアカウントを使う',
  },
  chooseProvider: 'ログイン方法を選択',
  signUp: { title: '新規登録', submit: '登録する' },
  confirmSignUp: {
    title: '確認コードの入力',
    lead: (destination) =>
      destination
        ? `${destination} に確認コードを送信しました。届いたコードを入力してください。`
        : '登録の確認がまだ済んでいません。登録時に届いた確認コードを入力してください。',
    submit: '確認する',
  },
  forgotPassword: {
    title: 'パスワードの再設定',
    lead: 'ご登録の連絡先に、再設定に使う確認コードをお送りします。',
    submit: '確認コードを送信',
  },
  resetPassword: {
    title: '新しいパスワードの設定',
    lead: (destination) =>
      destination
        ? `ご登録済みの場合は、${destination} に確認コードが届きます。コードと新しいパスワードを入力してください。`
        : '届いた確認コードと、新しいパスワードを入力してください。',
    submit: 'パスワードを再設定',
  },
  newPassword: {
    title: 'パスワードの設定',
    lead: '仮パスワードを確認しました。今後お使いになるパスワードを設定してください。',
    submit: '設定してログイン',
  },
  password: { title: 'パスワードの入力', submit: 'ログイン' },
  emailCode: {
    title: '認証コードの入力',
    lead: (destination) =>
      destination
        ? `${destination} に認証コードを送信しました。メールに記載のコードを入力してください。`
        : 'メールで届いた認証コードを入力してください。',
    submit: '確認してログイン',
  },
  smsCode: {
    title: '認証コードの入力',
    lead: (destination) =>
      destination
        ? `${destination} に SMS で認証コードを送信しました。届いたコードを入力してください。`
        : 'SMS で届いた認証コードを入力してください。',
    submit: '確認してログイン',
  },
  totpCode: {
    title: '認証コードの入力',
    lead: '認証アプリに表示されている 6 桁の認証コードを入力してください。',
    submit: '確認してログイン',
  },
  chooseFactor: { title: 'ログイン方法の選択', lead: 'ご利用になるログイン方法を選んでください。' },
  chooseSecondFactor: {
    title: '認証方法の選択',
    lead: '本人確認のため、認証コードを受け取る方法を選んでください。',
  },
  chooseSetUp: {
    title: '2 段階認証の設定',
    lead: 'このアカウントには、認証コードの入力が必要です。コードを受け取る方法を選んでください。',
  },
  setUpEmail: {
    title: '認証用メールアドレスの設定',
    lead: 'ログインのたびに認証コードをお送りするメールアドレスを入力してください。',
    submit: '認証コードを送信',
  },
  setUpApp: {
    title: '認証アプリの設定',
    lead: 'スマートフォンの認証アプリに、このアカウントを追加してください。次回からのログインでは、アプリに表示されるコードを使います。',
    scan: '認証アプリで、この QR コードを読み取ります。',
    qrCode:
      '認証アプリに追加するための QR コード。読み取れないときは、下のセットアップキーを入力してください。',
    open: 'この端末の認証アプリに追加する',
    byHand: '読み取れないときは、このセットアップキーをアプリに入力してください。',
    enter: 'アプリに表示された 6 桁の認証コードを、下に入力します。',
    submit: '設定してログイン',
  },
  passkey: {
    title: 'パスキーでログイン',
    lead: '顔、指紋、または端末の画面ロックで確認します。',
    submit: 'パスキーを使う',
    noScript: 'パスキーを使うには、ブラウザーの JavaScript を有効にしてください。',
    notSupported: 'このブラウザーでは、パスキーをご利用になれません。ほかの方法でログインしてください。',
    canceled:
      'パスキーでログインできませんでした。もう一度お試しになるか、ほかの方法でログインしてください。',
    elsewhere: (relyingParty, host) =>
      `このプールのパスキーは ${relyingParty} のページ用で、このページ（${host}）では使えません。Relying Party ID（SetUserPoolMfaConfig の WebAuthnConfiguration.RelyingPartyId）を、このページのホストに合わせてください。`,
  },
  links: {
    signIn: 'ログイン画面に戻る',
    signUp: '新規登録',
    forgotPassword: 'パスワードをお忘れの方',
    haveCode: '確認コードをお持ちの方',
    startOver: '最初からやり直す',
    another: '別の方法でログイン',
    resend: 'コードを再送信',
    provider: (name) => `${name} でログイン`,
  },
  labels: {
    email: 'メールアドレス',
    phone: '電話番号',
    emailOrPhone: 'メールアドレスまたは電話番号',
    username: 'ユーザー名',
    alias: 'ユーザー名、メールアドレスまたは電話番号',
    password: 'パスワード',
    newPassword: '新しいパスワード',
    code: 'コード',
    optional: '（任意）',
    digits: '数字のみ。全角でも入力できます。',
    noPasswordNeeded: '空のままでもかまいません。そのときは、届くコードでログインします。',
    phoneForm: '国番号から入力してください。例：+81 90 1234 5678',
  },
  attributes: {
    email: 'メールアドレス',
    name: '氏名',
    family_name: '姓',
    given_name: '名',
    middle_name: 'ミドルネーム',
    nickname: 'ニックネーム',
    preferred_username: '表示名',
    birthdate: '生年月日',
    gender: '性別',
    address: '住所',
    phone_number: '電話番号',
    locale: '言語',
    zoneinfo: 'タイムゾーン',
    website: 'ウェブサイト',
    profile: 'プロフィールの URL',
    picture: '写真の URL',
  },
  rules: {
    title: 'パスワードの条件',
    length: (characters) => `${characters} 文字以上`,
    uppercase: '英大文字（A〜Z）を含む',
    lowercase: '英小文字（a〜z）を含む',
    numbers: '数字（0〜9）を含む',
    symbols: '記号（! ? @ # - など）を含む',
  },
  factors: {
    PASSWORD: 'パスワード',
    EMAIL_OTP: 'メールで届くコード',
    SMS_OTP: 'SMS で届くコード',
    SMS_MFA: 'SMS で届くコード',
    WEB_AUTHN: 'パスキー',
    SOFTWARE_TOKEN_MFA: '認証アプリ',
  },
  notices: {
    codeSent: '新しいコードを送信しました。最後に届いたコードを入力してください。',
    signUpConfirmed: '登録を確認しました。続けてログインしてください。',
    passwordReset: 'パスワードを再設定しました。新しいパスワードでログインしてください。',
  },
  notes: {
    ended: {
      title: 'この手続きは終了しています',
      text: 'すでに回答済みか、有効期限が切れています。ページを再読み込みしたときや、前のページに戻ったときにも表示されます。もう一度、最初から始めてください。',
    },
    foreign: {
      title: '受け付けられませんでした',
      text: 'このフォームは古くなっているか、別のページから送信されたものです。何も変更されていません。ログイン画面から、もう一度お試しください。何度も表示されるときは、Cookie が有効か、アドレスが https または http://localhost かをご確認ください。',
    },
    closed: { title: '新規登録はできません', text: `現在、新規登録は受け付けていません。${askOwner}` },
    unconfirmable: {
      title: '登録しました',
      text: '確認コードの送り先がないため、管理者が確認するまでログインできません。',
    },
    unsupported: (challenge) => ({
      title: 'このページではログインできません',
      text: `このアカウントのログインには ${challenge} が必要ですが、マネージドログインには対応する画面がありません。`,
    }),
    nothingToSetUp: {
      title: 'このページではログインできません',
      text: `このアカウントには 2 段階認証が必要ですが、ここで設定できる方法がありません。${askOwner}`,
    },
    noProvider: {
      title: 'ログイン画面を利用できません',
      text: 'アプリクライアントの SupportedIdentityProviders に COGNITO がありません。追加すると、ここにログイン画面が表示されます。',
    },
    customOnly: {
      title: 'ログイン画面を利用できません',
      text: 'このアプリクライアントはカスタム認証（CUSTOM_AUTH_FLOW_ONLY）だけを許可しています。マネージドログインはカスタム認証チャレンジに対応していません。',
    },
  },
  failures: {
    incorrect: () => '入力内容が正しくありません。内容を確かめて、もう一度お試しください。',
    attemptsExceeded: () =>
      'ログインの失敗が続いたため、一時的に制限しています。数分（最長で約 15 分）待ってから、もう一度お試しください。',
    disabled: () => `このアカウントは現在ご利用になれません。${askOwner}`,
    temporaryPasswordExpired: () => '仮パスワードの有効期限が切れています。管理者に再発行をご依頼ください。',
    signUpClosed: () => `現在、新規登録は受け付けていません。${askOwner}`,
    alreadyConfirmed: () => '登録の確認は済んでいます。そのままログインしてください。',
    resetNotPossible: () => `このアカウントのパスワードは、ここでは再設定できません。${askOwner}`,
    passkeyRefused: () => 'このパスキーではログインできませんでした。ほかの方法でログインしてください。',
    refused: () => `この操作は許可されていません。${askOwner}`,
    notConfirmed: () => '登録の確認がまだ済んでいません。確認コードを入力してください。',
    resetRequired: () => 'ログインの前に、パスワードの再設定が必要です。',
    alreadyRegistered: () => 'すでに登録されています。ログインするか、パスワードを再設定してください。',
    codeMismatch: () => 'コードが正しくありません。最新のコードを確かめて、もう一度入力してください。',
    codeUsed: () =>
      'このコードは使用済みです。次のコードが表示されるまで（最長 30 秒）待って、入力してください。',
    codeExpired: () => 'コードの有効期限が切れています。コードを再送信して、新しいコードを入力してください。',
    limitExceeded: () => `操作の回数が上限に達しました。${again}`,
    passwordRefused: () => 'このパスワードは設定できません。条件をすべて満たすパスワードを入力してください。',
    missing: () => 'すべての項目を入力してください。',
    usernameRefused: () => '入力の形式が正しくありません。入力内容をご確認ください。',
    attributeRefused: () => '登録できない値が入力された項目があります。入力内容をご確認ください。',
    inputRefused: () => '入力内容を受け付けられませんでした。内容を確かめて、もう一度お試しください。',
    refusedByTrigger: (reason) => `手続きを進められません。${askOwner}${reason && `（理由：${reason}）`}`,
    serviceTrouble: () => `サービスで問題が発生しています。${again}`,
    unexpected: () => `予期しない問題が発生しました。${again}`,
  },
  error: {
    title: 'リクエストを処理できません',
    wrong: '原因',
    remedy: '直し方',
    registered: (client) => `アプリクライアント ${client} のコールバック URL`,
    signedOut: (client) => `アプリクライアント ${client} のサインアウト URL`,
    none: 'なし',
    requests: 'リクエストの詳細を見る',
    codes: {
      redirect_mismatch: {
        wrong: '戻り先の URL が、アプリクライアントに登録されたものと一致しません。',
        remedy:
          'redirect_uri はコールバック URL（CallbackURLs）の、logout_uri はサインアウト URL（LogoutURLs）の一つと、末尾のスラッシュまで一字一句同じにしてください。',
      },
      invalid_client: {
        wrong: 'client_id のアプリクライアントが、このプールにありません。',
        remedy: 'アプリの設定のクライアント ID を確かめるか、アプリクライアントを作成してください。',
      },
      invalid_request: {
        wrong: '必要なパラメーターが足りないか、二重に指定されています。',
        remedy: 'client_id と redirect_uri（サインアウトでは logout_uri）を、一度ずつ指定してください。',
      },
      no_domain: {
        wrong: 'ユーザープールにドメインがないため、Amazon Cognito にはこのページが存在しません。',
        remedy:
          'CreateUserPoolDomain、シードの domain、または AWS::Cognito::UserPoolDomain でドメインを付けてください。',
      },
      unknown: {
        wrong: 'リクエストを受け付けられませんでした。',
        remedy: 'アプリのログイン画面から、もう一度お試しください。',
      },
    },
  },
}
