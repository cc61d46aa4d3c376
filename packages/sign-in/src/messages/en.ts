import type { Messages } from './messages'

const again = 'Please wait a little and try again.'
const askOwner = 'Please ask your administrator.'

export const en = {
  screens: {
    signIn: { title: 'Sign in', submit: 'Sign in', busy: 'Signing in…' },
    signInByEmail: {
      title: 'Sign in',
      submit: 'Continue',
      busy: 'Checking…',
    },
    signUpByEmail: {
      title: 'Create an account',
      lead: () =>
        'We will email you a confirmation code. You need no password: to sign in later, you use a code that we email to you.',
      submit: 'Create account',
      busy: 'Creating your account…',
    },
    signUp: {
      title: 'Create an account',
      lead: () => 'We will send a confirmation code to your email address.',
      submit: 'Create account',
      busy: 'Creating your account…',
    },
    confirmSignUp: {
      title: 'Enter your confirmation code',
      lead: ({ destination }) =>
        destination
          ? `We sent a confirmation code to ${destination}. Enter the code from that email.`
          : 'This email address is not confirmed yet. Enter the code that was sent when you created the account, or have a new one sent.',
      submit: 'Confirm',
      busy: 'Confirming…',
    },
    forgotPassword: {
      title: 'Reset your password',
      lead: () => 'We will send a confirmation code to the email address of your account.',
      submit: 'Send the code',
      busy: 'Sending…',
    },
    resetPassword: {
      title: 'Your password must be reset',
      lead: () =>
        'Before you can sign in, this account needs a new password. We will send a confirmation code to your email address.',
      submit: 'Send the code',
      busy: 'Sending…',
    },
    confirmResetPassword: {
      title: 'Choose a new password',
      lead: ({ destination }) =>
        destination
          ? `If there is an account, a confirmation code is on its way to ${destination}. Enter it with your new password.`
          : 'Enter the confirmation code from your email and your new password.',
      submit: 'Reset password',
      busy: 'Resetting…',
    },
    newPasswordRequired: {
      title: 'Set your password',
      lead: () => 'Your temporary password is right. Now choose the password that you will use from here on.',
      submit: 'Save and sign in',
      busy: 'Signing in…',
    },
    totpCode: {
      title: 'Enter your verification code',
      lead: () => 'Enter the 6-digit code that your authenticator app shows.',
      submit: 'Verify and sign in',
      busy: 'Verifying…',
    },
    smsCode: {
      title: 'Enter your verification code',
      lead: ({ destination }) =>
        destination
          ? `We sent a verification code to ${destination} by text message. Enter that code.`
          : 'Enter the verification code from your text message.',
      submit: 'Verify and sign in',
      busy: 'Verifying…',
    },
    emailCode: {
      title: 'Enter your verification code',
      lead: ({ destination }) =>
        destination
          ? `We sent a verification code to ${destination}. Enter the code from that email.`
          : 'Enter the verification code from your email.',
      submit: 'Verify and sign in',
      busy: 'Verifying…',
    },
    mfaSelection: {
      title: 'Choose how to verify',
      lead: () => 'To make sure that it is you, we ask for a verification code. Where do you want to get it?',
      busy: 'One moment…',
    },
    mfaSetupSelection: {
      title: 'Set up two-step verification',
      lead: () =>
        'This account needs a verification code beside the password. Choose where you want to get your codes.',
      busy: 'One moment…',
    },
    totpSetup: {
      title: 'Set up your authenticator app',
      lead: () =>
        'Add this account to an authenticator app on your phone, such as Google Authenticator. From the next sign-in on, you use the codes that it shows.',
      submit: 'Verify and sign in',
      busy: 'Verifying…',
    },
    emailSetup: {
      title: 'Set up codes by email',
      lead: () => 'Enter the address to which we will send a code each time you sign in.',
      submit: 'Send the code',
      busy: 'Sending…',
    },
    firstFactorSelection: {
      title: 'Choose how to sign in',
      lead: () => 'Choose the way that you want to use now.',
      busy: 'Going on…',
    },
    confirmPassword: { title: 'Enter your password', submit: 'Sign in', busy: 'Signing in…' },
    customChallenge: {
      title: 'Confirm that it is you',
      lead: () => 'Please answer the question to confirm that it is you.',
      submit: 'Answer',
      busy: 'Checking…',
    },
  },
  links: {
    signIn: 'Back to sign in',
    signUp: 'Create an account',
    forgotPassword: 'Forgot your password?',
    haveCode: 'I already have a code',
  },
  fields: {
    email: { label: 'Email address' },
    password: { label: 'Password' },
    oldPassword: { label: 'Current password' },
    newPassword: { label: 'New password' },
    code: { label: 'Confirmation code', hint: 'Digits only.' },
    mfaCode: { label: 'Verification code', hint: 'Digits only.' },
    mfaEmail: { label: 'Email address for codes' },
    answer: { label: 'Answer' },
  },
  attributes: {
    name: 'Full name',
    family_name: 'Family name',
    given_name: 'Given name',
    middle_name: 'Middle name',
    nickname: 'Nickname',
    preferred_username: 'Display name',
    birthdate: 'Date of birth',
    gender: 'Gender',
    address: 'Address',
    phone_number: 'Phone number',
    locale: 'Language',
    zoneinfo: 'Time zone',
    website: 'Website',
    profile: 'Profile URL',
    picture: 'Picture URL',
  },
  attributeHints: { phone_number: 'Begin with the country code, for example +81 90 1234 5678.' },
  required: 'Required',
  problems: {
    missing: (label) => `${label}: please fill this in.`,
    emailMalformed: () => 'Check the form of the email address, for example taro@example.com.',
    codeMalformed: (label) => `${label}: please enter digits only.`,
    phoneMalformed: () => 'Begin the phone number with a country code such as +81.',
    policyUnmet: () => 'The password must meet all the requirements.',
  },
  summary: (count) => (count > 1 ? `Please check ${count} fields.` : 'Please check your input.'),
  failures: {
    incorrect: () => 'The email address or the password is not right. Check both and try again.',
    attemptsExceeded: ({ waitSeconds }) =>
      waitSeconds === undefined
        ? 'Too many failed sign-ins. Wait some minutes, at most about 15, and try again.'
        : `Too many failed sign-ins. Wait at least ${waitSeconds} ${waitSeconds === 1 ? 'second' : 'seconds'} and try again.`,
    disabled: () => `This account cannot be used at the moment. ${askOwner}`,
    temporaryPasswordExpired: () =>
      'Your temporary password has expired. Please ask your administrator for a new one.',
    challengeExpired: () => 'This took too long, and the step has expired. Please sign in again.',
    signedOut: () => 'Your session has ended. Please sign in again.',
    notConfirmed: () => 'This email address is not confirmed yet. Enter the confirmation code.',
    resetRequired: () => 'Your password must be reset. Choose “Forgot your password?” to reset it.',
    alreadyRegistered: () =>
      'There is already an account with this email address. Sign in, or reset your password.',
    alreadyConfirmed: () => 'This email address is confirmed already. You can sign in.',
    signUpClosed: () => `New accounts cannot be created here at the moment. ${askOwner}`,
    codeMismatch: () => 'The confirmation code is not right. Check the code in the newest email.',
    codeExpired: () => 'The confirmation code has expired. Have a new code sent and enter that one.',
    codeNotDelivered: () => `The confirmation code could not be sent. Check the email address. ${again}`,
    mfaCodeMismatch: () => 'The verification code is not right. Check the newest code that you were sent.',
    totpMismatch: () =>
      'The verification code is not right. Enter the code that your authenticator app shows now.',
    totpUsed: () =>
      'This verification code has been used already. Wait until your app shows the next one (up to 30 seconds), and enter that.',
    totpSetupMismatch: () =>
      'The verification code is not right. Check that it is the code of the account you have just added, and that your device sets its clock automatically.',
    factorUnavailable: () => `This way of verifying cannot be used at the moment. ${askOwner}`,
    challengeUsed: () => 'This step was already taken in another window. Please sign in again.',
    notIdentified: () =>
      'We could not confirm that it is you, so you are not signed in. Check the email address and try again.',
    challengeUnknown: () =>
      `To sign in, this account needs something to be set up that this page cannot do. ${askOwner}`,
    passkeyNotSupported: () =>
      'This browser does not support passkeys. Use another browser, or another way to sign in.',
    passkeyExists: () => 'There is already a passkey on this device. You can sign in with it.',
    passkeyRegistrationCanceled: () =>
      'No passkey was added. If you want one, try again. A device without a screen lock may not be able to make passkeys.',
    passkeyCanceled: () =>
      'You have not signed in with your passkey. Try again, or sign in another way, also if there is no passkey on this device.',
    passkeyInterrupted: () => 'Your passkey could not be checked to the end. Try again, or use another way.',
    passkeyNotRegistered: () => 'The passkey could not be added. Please begin again.',
    passkeyUnsuitable: () =>
      'This passkey cannot be added. Use a device that makes sure that it is you, by face, fingerprint or screen lock.',
    passkeyRefused: () =>
      'This passkey does not sign you in. It may have been deleted from your account. Please sign in another way.',
    passkeyOfAnotherSite: () =>
      'Passkeys are set up for another address than that of this page. Use another way, or ask your administrator to check the settings.',
    passkeysNotEnabled: () =>
      'Passkeys cannot be used at the moment. Use another way, or ask your administrator to check the settings.',
    tooManyCodes: () => `Too many wrong codes. ${again}`,
    dailyEmailLimit: () =>
      'No more emails can be sent today. Please try again later, or ask your administrator.',
    limitExceeded: () => `This was tried too often. ${again}`,
    tooManyRequests: () => `There is too much traffic at the moment. ${again}`,
    passwordTooShort: () => 'The password is too short. Check the requirements and choose a longer one.',
    passwordNeedsUppercase: () => 'The password needs an uppercase letter.',
    passwordNeedsLowercase: () => 'The password needs a lowercase letter.',
    passwordNeedsNumber: () => 'The password needs a number.',
    passwordNeedsSymbol: () => 'The password needs a symbol.',
    passwordUsedBefore: () => 'You have used this password before. Please choose another one.',
    passwordRefused: () => 'This password cannot be used. Please choose another one.',
    resetNotPossible: () => `The password of this account cannot be reset here. ${askOwner}`,
    emailRefused: () => 'This email address cannot be used. Check its form.',
    attributeRefused: () => 'Something cannot be stored as it was entered. Please check your input.',
    inputRefused: () => 'The input was not accepted. Check it and try again.',
    refusedByTrigger: ({ message }) => {
      const reason = /failed with error (.+?)\.?$/.exec(message)?.[1]
      return `This account cannot go on here. ${askOwner}${reason ? ` (Reason: ${reason})` : ''}`
    },
    refused: () => `This is not allowed. ${askOwner}`,
    flowNotEnabled: ({ message }) => {
      const flow = /^\w+_AUTH\b/.exec(message)?.[0]
      return `This way of signing in${flow ? ` (${flow})` : ''} is not enabled. Please ask your administrator to check the settings.`
    },
    clientHasSecret: () =>
      'The app client has a secret. Please ask your administrator for an app client without one.',
    deviceUnknown: () => 'This device has been forgotten already. Please sign in again.',
    poolNotFound: () =>
      'The user pool or its app client was not found. Please ask your administrator to check the settings.',
    serviceTrouble: () => `The service has a problem. ${again}`,
    network: () => 'The server cannot be reached. Check your internet connection and try again.',
    redirectCancelled: () => 'The sign-in was cancelled. You can try again, or sign in another way.',
    redirectOver: () =>
      'The sign-in could not be finished. It may have taken too long, have been opened in another browser, or have been used already. Please sign in again.',
    redirectNotRemembered: () =>
      'This browser does not let the page remember anything, which the hosted sign-in page needs. Sign in with the form, or allow site data for this page.',
    redirectMisconfigured: () =>
      `The hosted sign-in page is not set up for this page. Sign in with the form. ${askOwner}`,
    redirectRefused: () =>
      `The sign-in was refused. Try again, or sign in another way. If it stays like this, ask your administrator.`,
    unexpected: () =>
      `Something unexpected happened. ${again} If it stays like this, ask your administrator.`,
  },
  requestId: (id) => `Reference: ${id}`,
  notices: {
    codeSent: ({ destination }) =>
      destination
        ? `We sent a new confirmation code to ${destination}. Enter the code from the newest email.`
        : 'We sent a new confirmation code. Enter the code from the newest email.',
    signUpConfirmed: () => 'Your email address is confirmed. Now you can sign in.',
    passwordReset: () => 'Your password is reset. Sign in with the new one.',
    sessionExpired: () => 'Your session has ended. Please sign in again.',
    setupInterrupted: () =>
      'The page was loaded again, so setting up your authenticator app starts over. Please sign in again. You can delete what you have already added to the app.',
    askedAgain: () =>
      'One more answer is needed. If your last answer was not right, you may see the same question again.',
    signedOut: () => 'You are signed out.',
    signedOutEverywhere: () => 'You are signed out on all devices.',
    deviceForgotten: () => 'This device is forgotten, and you are signed out here.',
    accountDeleted: () => 'Your account is deleted. Thank you for having been with us.',
    signedOutIdle: () => 'You were signed out because nothing was done for a while.',
    sessionRevoked: () => 'Your session was ended from elsewhere. Please sign in again.',
    hostedPageKept: () =>
      'You are signed out of this page. The hosted sign-in page may still remember you. On a shared computer, check the connection, sign in there once more and sign out again.',
    signedOutHereOnly: () =>
      'You are signed out on this device. Your other devices may still be signed in. Check the connection, sign in and try again.',
  },
  password: {
    show: 'Show password',
    capsLock: 'Caps Lock is on.',
    fullWidth: 'There are full-width characters in it. Is that what you meant?',
    rules: 'Password requirements',
    rule: {
      minLength: ({ minLength }) => `At least ${minLength} characters`,
      requireLowercase: () => 'A lowercase letter (a–z)',
      requireUppercase: () => 'An uppercase letter (A–Z)',
      requireNumbers: () => 'A number (0–9)',
      requireSpecialCharacters: () => 'A symbol (! ? @ # - …)',
    },
    met: 'Met: ',
    unmet: 'Not met: ',
    progress: (met, all) => (met === all ? 'All requirements met.' : `${met} of ${all} requirements met.`),
  },
  resend: {
    now: 'Send a new code',
    busy: 'Sending a new code…',
    later: (seconds) => `Send a new code (in ${seconds} s)`,
  },
  help: {
    mail: {
      title: 'No email?',
      advice: [
        'It may take some minutes to arrive.',
        'Look into your spam folder.',
        'If your provider filters mail, allow the sender’s domain (verificationemail.com unless it was changed).',
        'If the email address was wrong, go back and enter it again.',
      ],
    },
    signInMail: {
      title: 'No email?',
      advice: [
        'It may take some minutes to arrive.',
        'Look into your spam folder.',
        'To get another code, go back and sign in again.',
      ],
    },
    signInText: {
      title: 'No text message?',
      advice: [
        'Check your reception, and that your phone does not block text messages.',
        'To get another code, go back and sign in again.',
      ],
    },
    app: {
      title: 'The code does not work?',
      advice: [
        'Let your device set its clock automatically: a clock that is off makes wrong codes.',
        'The code changes every 30 seconds. Wait for the next one and enter that.',
        'If you no longer have your authenticator app, ask your administrator.',
      ],
    },
  },
  choices: {
    TOTP: { label: 'Authenticator app', hint: 'You enter the code that the app shows.' },
    EMAIL: { label: 'Email', hint: 'You enter a code that we email to you.' },
    SMS: { label: 'Text message', hint: 'You enter a code that we send to your phone.' },
    WEB_AUTHN: {
      label: 'Passkey',
      hint: 'You use your face, your fingerprint or the screen lock of your device.',
      busy: 'Waiting for your device…',
    },
    PASSWORD_SRP: { label: 'Password', hint: 'You enter your password.' },
    PASSWORD: { label: 'Password', hint: 'You enter your password.' },
    EMAIL_OTP: { label: 'Code by email', hint: 'You enter a code that we email to you.' },
    SMS_OTP: { label: 'Code by text message', hint: 'You enter a code that we send to your phone.' },
  },
  timeLeft: (minutes, seconds) =>
    `Time left for this step: ${minutes > 0 ? `${minutes} min ` : ''}${seconds} s`,
  totp: {
    scan: 'Scan this QR code with your authenticator app.',
    qrCode: 'QR code for your authenticator app. If you cannot scan it, enter the setup key below.',
    open: 'Add to the authenticator app on this device',
    enter: 'Enter the 6-digit code that the app then shows below.',
    byHand: 'If you cannot scan it, enter this setup key into the app.',
    secret: 'Setup key',
    copy: 'Copy the key',
    copied: 'Copied.',
    notCopied: 'Copying was not possible. Select the key and copy it.',
  },
  account: (username) => `Account: ${username}`,
  offline: 'The server cannot be reached. This page goes on by itself when it can.',
  keep: {
    label: 'Keep me signed in',
    hint: 'On a shared computer, untick this: you are then signed out when you close the tab, or do nothing for a while.',
  },
  idle: {
    title: 'You will be signed out soon',
    lead: 'Nothing was done for a while. To be safe, you will be signed out.',
    left: (seconds) => `${seconds} ${seconds === 1 ? 'second' : 'seconds'} left`,
    stay: 'Stay signed in',
    leave: 'Sign out now',
  },
  restoring: 'Loading…',
  hostedPage: {
    or: 'Or',
    leave: 'Continue with the hosted sign-in page',
    provider: (name) => `Continue with ${name}`,
    hint: 'You will come back here afterwards. That page stays signed in for a while, too: on a shared computer, be sure to sign out.',
    leaving: 'Going to the sign-in page…',
    returning: 'Signing you in…',
  },
  retry: 'Try again',
  signingOut: 'Signing out…',
  signedIn: {
    title: 'You are signed in',
    as: 'Email address',
    account: 'Account settings',
    back: 'Back',
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out on all devices',
    signOutEverywhereHint: 'For a lost device, or one that others use and where you are still signed in.',
  },
} as const satisfies Messages
