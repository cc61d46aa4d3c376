import type { Messages } from './messages'

const again = 'しばらく待ってから、もう一度お試しください。'
const askOwner = 'お手数ですが、管理者にお問い合わせください。'

export const ja = {
  screens: {
    signIn: { title: 'ログイン', submit: 'ログイン', busy: 'ログイン中...' },
    signInByEmail: {
      title: 'ログイン',
      submit: '次へ',
      busy: '確認しています...',
    },
    signUpByEmail: {
      title: '新規登録',
      lead: () =>
        '入力されたメールアドレスに、確認コードをお送りします。パスワードは必要ありません。次回からも、メールで届くコードでログインできます。',
      submit: '登録する',
      busy: '登録しています...',
    },
    signUp: {
      title: '新規登録',
      lead: () => '入力されたメールアドレスに、確認コードをお送りします。',
      submit: '登録する',
      busy: '登録しています...',
    },
    confirmSignUp: {
      title: '確認コードの入力',
      lead: ({ destination }) =>
        destination
          ? `${destination} に確認コードを送信しました。メールに記載のコードを入力してください。`
          : 'メールアドレスの確認がまだ済んでいません。登録時にメールで届いた確認コードを入力してください。見つからないときは、コードを再送信できます。',
      submit: '確認する',
      busy: '確認しています...',
    },
    forgotPassword: {
      title: 'パスワードの再設定',
      lead: () => 'ご登録のメールアドレスに、再設定に使う確認コードをお送りします。',
      submit: '確認コードを送信',
      busy: '送信しています...',
    },
    resetPassword: {
      title: 'パスワードの再設定が必要です',
      lead: () =>
        'このアカウントは、ログインの前にパスワードを再設定する必要があります。ご登録のメールアドレスに確認コードをお送りします。',
      submit: '確認コードを送信',
      busy: '送信しています...',
    },
    confirmResetPassword: {
      title: '新しいパスワードの設定',
      lead: ({ destination }) =>
        destination
          ? `ご登録済みの場合は、${destination} に確認コードが届きます。コードと新しいパスワードを入力してください。`
          : 'メールで届いた確認コードと、新しいパスワードを入力してください。',
      submit: 'パスワードを再設定',
      busy: '再設定しています...',
    },
    newPasswordRequired: {
      title: 'パスワードの設定',
      lead: () => '仮パスワードを確認しました。今後お使いになるパスワードを設定してください。',
      submit: '設定してログイン',
      busy: 'ログイン中...',
    },
    totpCode: {
      title: '認証コードの入力',
      lead: () => '認証アプリに表示されている 6 桁の認証コードを入力してください。',
      submit: '確認してログイン',
      busy: '確認しています...',
    },
    smsCode: {
      title: '認証コードの入力',
      lead: ({ destination }) =>
        destination
          ? `${destination} に SMS で認証コードを送信しました。届いたコードを入力してください。`
          : 'SMS で届いた認証コードを入力してください。',
      submit: '確認してログイン',
      busy: '確認しています...',
    },
    emailCode: {
      title: '認証コードの入力',
      lead: ({ destination }) =>
        destination
          ? `${destination} に認証コードを送信しました。メールに記載のコードを入力してください。`
          : 'メールで届いた認証コードを入力してください。',
      submit: '確認してログイン',
      busy: '確認しています...',
    },
    mfaSelection: {
      title: '認証方法の選択',
      lead: () => '本人確認のため、認証コードを受け取る方法を選んでください。',
      busy: '進んでいます...',
    },
    mfaSetupSelection: {
      title: '2 段階認証の設定',
      lead: () =>
        'このアカウントでは、パスワードに加えて認証コードの入力が必要です。コードを受け取る方法を選んでください。',
      busy: '進んでいます...',
    },
    totpSetup: {
      title: '認証アプリの設定',
      lead: () =>
        'スマートフォンの認証アプリ（Google Authenticator など）に、このアカウントを追加してください。次回からのログインでは、アプリに表示されるコードを使います。',
      submit: '設定してログイン',
      busy: '確認しています...',
    },
    emailSetup: {
      title: '認証用メールアドレスの設定',
      lead: () => 'ログインのたびに認証コードをお送りするメールアドレスを入力してください。',
      submit: '認証コードを送信',
      busy: '送信しています...',
    },
    firstFactorSelection: {
      title: 'ログイン方法の選択',
      lead: () => 'ご利用になるログイン方法を選んでください。',
      busy: '進んでいます...',
    },
    confirmPassword: { title: 'パスワードの入力', submit: 'ログイン', busy: 'ログイン中...' },
    customChallenge: {
      title: '本人確認',
      lead: () => '本人確認のため、質問に答えてください。',
      submit: '回答する',
      busy: '確認しています...',
    },
  },
  links: {
    signIn: 'ログイン画面に戻る',
    signUp: '新規登録',
    forgotPassword: 'パスワードをお忘れの方',
    haveCode: '確認コードをお持ちの方',
  },
  fields: {
    email: { label: 'メールアドレス' },
    password: { label: 'パスワード' },
    oldPassword: { label: '現在のパスワード' },
    newPassword: { label: '新しいパスワード' },
    code: { label: '確認コード', hint: '数字のみ。全角でも入力できます。' },
    mfaCode: { label: '認証コード', hint: '数字のみ。全角でも入力できます。' },
    mfaEmail: { label: 'コードを受け取るメールアドレス' },
    answer: { label: '回答' },
  },
  attributes: {
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
  attributeHints: { phone_number: '国番号から入力してください。例：+81 90 1234 5678' },
  required: '必須',
  problems: {
    missing: (label) => `${label}を入力してください。`,
    emailMalformed: () => 'メールアドレスの形式をご確認ください。例：taro@example.jp',
    codeMalformed: (label) => `${label}は数字で入力してください。`,
    phoneMalformed: () => '電話番号は「+81」のような国番号から入力してください。',
    policyUnmet: () => 'パスワードの条件をすべて満たしてください。',
  },
  summary: (count) => (count > 1 ? `${count} か所の入力をご確認ください。` : '入力をご確認ください。'),
  failures: {
    incorrect: () =>
      'メールアドレスまたはパスワードが正しくありません。入力内容を確かめて、もう一度お試しください。',
    attemptsExceeded: ({ waitSeconds }) =>
      waitSeconds === undefined
        ? 'ログインの失敗が続いたため、このアカウントへのログインを一時的に制限しています。数分（最長で約 15 分）待ってから、もう一度お試しください。'
        : `ログインの失敗が続いたため、このアカウントへのログインを一時的に制限しています。少なくとも約 ${waitSeconds} 秒待ってから、もう一度お試しください。`,
    disabled: () => `このアカウントは現在ご利用になれません。${askOwner}`,
    temporaryPasswordExpired: () => '仮パスワードの有効期限が切れています。管理者に再発行をご依頼ください。',
    challengeExpired: () =>
      '一定時間が経過したため、手続きの有効期限が切れました。お手数ですが、もう一度ログインしてください。',
    signedOut: () => 'ログインが終了しました。もう一度ログインしてください。',
    notConfirmed: () => 'メールアドレスの確認がまだ済んでいません。確認コードを入力してください。',
    resetRequired: () => 'パスワードの再設定が必要です。「パスワードをお忘れの方」から再設定してください。',
    alreadyRegistered: () =>
      'このメールアドレスはすでに登録されています。ログインするか、パスワードを再設定してください。',
    alreadyConfirmed: () => 'メールアドレスの確認は済んでいます。そのままログインしてください。',
    signUpClosed: () => `現在、新規登録は受け付けていません。${askOwner}`,
    codeMismatch: () => '確認コードが正しくありません。最新のメールのコードをご確認ください。',
    codeExpired: () =>
      '確認コードの有効期限が切れています。コードを再送信して、新しいコードを入力してください。',
    codeNotDelivered: () =>
      '確認コードを送信できませんでした。メールアドレスをご確認のうえ、しばらく待ってからもう一度お試しください。',
    mfaCodeMismatch: () => '認証コードが正しくありません。最後に届いたコードをご確認ください。',
    totpMismatch: () =>
      '認証コードが正しくありません。認証アプリに今表示されているコードを入力してください。',
    totpUsed: () =>
      'この認証コードは使用済みです。認証アプリに次のコードが表示されるまで（最長 30 秒）待って、そのコードを入力してください。',
    totpSetupMismatch: () =>
      '認証コードが正しくありません。今追加したアカウントのコードであること、端末の日時が自動設定になっていることをご確認ください。',
    factorUnavailable: () => `この認証方法は現在ご利用になれません。${askOwner}`,
    challengeUsed: () =>
      'この手続きは、すでにほかの画面で行われました。お手数ですが、もう一度ログインしてください。',
    notIdentified: () =>
      'ご本人であることを確認できなかったため、ログインできませんでした。メールアドレスを確かめて、もう一度お試しください。',
    challengeUnknown: () => `このアカウントのログインには、このページでは行えない設定が必要です。${askOwner}`,
    passkeyNotSupported: () =>
      'このブラウザーでは、パスキーをご利用になれません。ほかのブラウザーか、ほかのログイン方法をお使いください。',
    passkeyExists: () =>
      'この端末のパスキーは、すでに登録されています。そのままログインにお使いいただけます。',
    passkeyRegistrationCanceled: () =>
      'パスキーは登録されていません。登録するときは、もう一度お試しください。端末に画面ロックが設定されていないと、登録できないことがあります。',
    passkeyCanceled: () =>
      'パスキーでログインできませんでした。もう一度お試しになるか、ほかの方法でログインしてください。この端末にパスキーがないときも、ほかの方法をお使いください。',
    passkeyInterrupted: () =>
      'パスキーの確認が途中で終わりました。もう一度お試しになるか、ほかの方法をお使いください。',
    passkeyNotRegistered: () => 'パスキーを登録できませんでした。もう一度、初めからお試しください。',
    passkeyUnsuitable: () =>
      'このパスキーは登録できません。顔や指紋、画面ロックで本人確認のできる端末でお試しください。',
    passkeyRefused: () =>
      'このパスキーではログインできませんでした。登録が削除されている可能性があります。ほかの方法でログインしてください。',
    passkeyOfAnotherSite: () =>
      'パスキーの設定が、このページのアドレスと合っていません。ほかの方法をお使いになるか、管理者に設定の確認をご依頼ください。',
    passkeysNotEnabled: () =>
      'パスキーは現在ご利用になれません。ほかの方法をお使いになるか、管理者に設定の確認をご依頼ください。',
    tooManyCodes: () => `確認コードの誤入力が続いたため、一時的に制限されています。${again}`,
    dailyEmailLimit: () =>
      '本日送信できるメールの上限に達しました。時間をおいてお試しになるか、管理者にお問い合わせください。',
    limitExceeded: () => `操作の回数が上限に達したため、一時的に制限されています。${again}`,
    tooManyRequests: () => `アクセスが集中しています。${again}`,
    passwordTooShort: () => 'パスワードが短すぎます。条件を確かめて、もっと長いものにしてください。',
    passwordNeedsUppercase: () => 'パスワードに英大文字を入れてください。',
    passwordNeedsLowercase: () => 'パスワードに英小文字を入れてください。',
    passwordNeedsNumber: () => 'パスワードに数字を入れてください。',
    passwordNeedsSymbol: () => 'パスワードに記号を入れてください。',
    passwordUsedBefore: () => '以前に使ったパスワードは設定できません。別のパスワードにしてください。',
    passwordRefused: () => 'このパスワードは設定できません。別のパスワードにしてください。',
    resetNotPossible: () => `このアカウントのパスワードは、ここでは再設定できません。${askOwner}`,
    emailRefused: () => 'このメールアドレスは使えません。形式をご確認ください。',
    attributeRefused: () => '登録できない値が入力された項目があります。入力内容をご確認ください。',
    inputRefused: () => '入力内容を受け付けられませんでした。内容を確かめて、もう一度お試しください。',
    refusedByTrigger: ({ message }) => {
      const reason = /failed with error (.+?)\.?$/.exec(message)?.[1]
      return `このアカウントでは手続きを進められません。${askOwner}${reason ? `（理由：${reason}）` : ''}`
    },
    refused: () => `この操作は許可されていません。${askOwner}`,
    flowNotEnabled: ({ message }) => {
      const flow = /^\w+_AUTH\b/.exec(message)?.[0]
      return `接続先の設定で、このログイン方法${flow ? `（${flow}）` : ''}が有効になっていません。管理者に設定の確認をご依頼ください。`
    },
    clientHasSecret: () =>
      '接続先のアプリクライアントにシークレットが設定されています。シークレットのないアプリクライアントの用意を、管理者にご依頼ください。',
    deviceUnknown: () =>
      'この端末の登録は、すでに削除されています。お手数ですが、もう一度ログインしてください。',
    poolNotFound: () =>
      '接続先のユーザープールまたはアプリクライアントが見つかりません。管理者に設定の確認をご依頼ください。',
    serviceTrouble: () => `サービスで問題が発生しています。${again}`,
    network: () => 'サーバーに接続できません。インターネット接続を確かめて、もう一度お試しください。',
    redirectCancelled: () =>
      'ログインは取り消されました。もう一度お試しになるか、ほかの方法でログインしてください。',
    redirectOver: () =>
      'ログインを完了できませんでした。時間がかかりすぎたか、別のブラウザーで開いたか、すでに使われた可能性があります。お手数ですが、もう一度ログインしてください。',
    redirectNotRemembered: () =>
      'ブラウザーの設定で、このサイトのデータの保存が許可されていないため、専用のログインページはご利用になれません。この画面の入力欄からログインするか、保存を許可してください。',
    redirectMisconfigured: () =>
      `専用のログインページの設定が、このページと合っていません。この画面の入力欄からログインしてください。${askOwner}`,
    redirectRefused: () =>
      'ログインできませんでした。もう一度お試しになるか、ほかの方法でログインしてください。解決しないときは、管理者にお問い合わせください。',
    unexpected: () =>
      `予期しない問題が発生しました。${again}解決しないときは、管理者にお問い合わせください。`,
  },
  requestId: (id) => `お問い合わせ番号：${id}`,
  notices: {
    codeSent: ({ destination }) =>
      destination
        ? `${destination} に新しい確認コードを送信しました。最新のメールのコードを入力してください。`
        : '新しい確認コードを送信しました。最新のメールのコードを入力してください。',
    signUpConfirmed: () => 'メールアドレスを確認しました。続けてログインしてください。',
    passwordReset: () => 'パスワードを再設定しました。新しいパスワードでログインしてください。',
    sessionExpired: () => 'ログインが終了しました。もう一度ログインしてください。',
    setupInterrupted: () =>
      'ページが読み込み直されたため、認証アプリの設定を最初からやり直します。もう一度ログインしてください。認証アプリに追加済みの項目は、削除してかまいません。',
    askedAgain: () =>
      'もう一つ回答が必要です。前の回答が正しくなかったときは、同じ質問が表示されることがあります。',
    signedOut: () => 'ログアウトしました。',
    signedOutEverywhere: () => 'すべての端末からログアウトしました。',
    deviceForgotten: () => 'この端末を削除し、ログアウトしました。',
    accountDeleted: () => 'アカウントを削除しました。ご利用ありがとうございました。',
    signedOutIdle: () => 'しばらく操作がなかったため、ログアウトしました。',
    sessionRevoked: () => 'このログインは取り消されました。もう一度ログインしてください。',
    hostedPageKept: () =>
      'この画面からはログアウトしました。専用のログインページには、ログインした状態が残っている可能性があります。共用のパソコンでは、接続を確かめ、専用のログインページからもう一度ログインして、ログアウトし直してください。',
    signedOutHereOnly: () =>
      'この端末からはログアウトしました。ほかの端末はログインしたままの可能性があります。接続を確かめ、もう一度ログインしてからお試しください。',
  },
  password: {
    show: 'パスワードを表示',
    capsLock: 'Caps Lock がオンになっています。',
    fullWidth: '全角文字が入っています。意図した入力かどうかご確認ください。',
    rules: 'パスワードの条件',
    rule: {
      minLength: ({ minLength }) => `${minLength} 文字以上`,
      requireLowercase: () => '英小文字（a〜z）を含む',
      requireUppercase: () => '英大文字（A〜Z）を含む',
      requireNumbers: () => '数字（0〜9）を含む',
      requireSpecialCharacters: () => '記号（! ? @ # - など）を含む',
    },
    met: '満たしています：',
    unmet: '満たしていません：',
    progress: (met, all) =>
      met === all ? 'すべての条件を満たしました。' : `${all} 個の条件のうち ${met} 個を満たしています。`,
  },
  resend: {
    now: 'コードを再送信',
    busy: '再送信しています...',
    later: (seconds) => `コードを再送信（あと ${seconds} 秒）`,
  },
  help: {
    mail: {
      title: 'メールが届かない場合',
      advice: [
        '届くまで数分かかることがあります。',
        '迷惑メールフォルダをご確認ください。',
        '携帯電話会社の迷惑メール設定をお使いの方は、送信元のドメイン（通常は verificationemail.com）からの受信を許可してください。',
        'メールアドレスに誤りがあったときは、前の画面に戻って入力し直してください。',
      ],
    },
    signInMail: {
      title: 'メールが届かない場合',
      advice: [
        '届くまで数分かかることがあります。',
        '迷惑メールフォルダをご確認ください。',
        'コードを送り直すには、ログイン画面に戻って、もう一度ログインしてください。',
      ],
    },
    signInText: {
      title: 'SMS が届かない場合',
      advice: [
        '電波の状態と、SMS の受信を拒否する設定になっていないかをご確認ください。',
        'コードを送り直すには、ログイン画面に戻って、もう一度ログインしてください。',
      ],
    },
    app: {
      title: 'コードが合わない場合',
      advice: [
        '端末の日時を自動設定にしてください。時計がずれていると、コードが合いません。',
        'コードは 30 秒ごとに変わります。次のコードが表示されるのを待って入力してください。',
        '認証アプリが使えなくなったときは、管理者にお問い合わせください。',
      ],
    },
  },
  choices: {
    TOTP: { label: '認証アプリ', hint: 'アプリに表示されるコードを入力します。' },
    EMAIL: { label: 'メール', hint: 'メールで届くコードを入力します。' },
    SMS: { label: 'SMS', hint: '携帯電話に届くコードを入力します。' },
    WEB_AUTHN: {
      label: 'パスキー',
      hint: '顔、指紋、または端末の画面ロックで確認します。',
      busy: '端末での確認を待っています...',
    },
    PASSWORD_SRP: { label: 'パスワード', hint: 'パスワードを入力します。' },
    PASSWORD: { label: 'パスワード', hint: 'パスワードを入力します。' },
    EMAIL_OTP: { label: 'メールで届くコード', hint: 'メールで届くコードを入力します。' },
    SMS_OTP: { label: 'SMS で届くコード', hint: '携帯電話に届くコードを入力します。' },
  },
  timeLeft: (minutes, seconds) => `この手続きの残り時間：${minutes > 0 ? `${minutes} 分 ` : ''}${seconds} 秒`,
  totp: {
    scan: '認証アプリで、この QR コードを読み取ります。',
    qrCode:
      '認証アプリに追加するための QR コード。読み取れないときは、下のセットアップキーを入力してください。',
    open: 'この端末の認証アプリに追加する',
    enter: 'アプリに表示された 6 桁の認証コードを、下に入力します。',
    byHand: '読み取れないときは、このセットアップキーをアプリに入力してください。',
    secret: 'セットアップキー',
    copy: 'キーをコピー',
    copied: 'コピーしました。',
    notCopied: 'コピーできませんでした。選択してコピーしてください。',
  },
  account: (username) => `アカウント：${username}`,
  offline: 'サーバーに接続できません。接続が戻ると、自動的に再開します。',
  keep: {
    label: 'ログインしたままにする',
    hint: '共用のパソコンではチェックを外してください。外すと、タブを閉じたときや、しばらく操作がないときにログアウトします。',
  },
  idle: {
    title: 'まもなくログアウトします',
    lead: 'しばらく操作がなかったので、安全のためログアウトします。',
    left: (seconds) => `あと ${seconds} 秒`,
    stay: 'ログインを続ける',
    leave: '今すぐログアウト',
  },
  restoring: '読み込んでいます...',
  hostedPage: {
    or: 'または',
    leave: '専用のログインページで続ける',
    provider: (name) => `${name} で続ける`,
    hint: 'ログイン後、この画面に戻ります。移動先のページもしばらくログインしたままになるので、共用のパソコンでは必ずログアウトしてください。',
    leaving: 'ログインページへ移動しています...',
    returning: 'ログインを完了しています...',
  },
  retry: 'もう一度試す',
  signingOut: 'ログアウトしています...',
  signedIn: {
    title: 'ログインしています',
    as: 'メールアドレス',
    account: 'アカウント設定',
    back: '戻る',
    signOut: 'ログアウト',
    signOutEverywhere: 'すべての端末からログアウト',
    signOutEverywhereHint: '端末をなくしたときや、共用の端末にログインしたままのときにお使いください。',
  },
} as const satisfies Messages
