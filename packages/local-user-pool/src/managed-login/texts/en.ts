import type { Texts } from './texts.ts'

const again = 'Please wait a little and try again.'
const askOwner = 'Please ask your administrator.'

export const en: Texts = {
  other: '日本語',
  problem: (title) => `Error: ${title}`,
  stand: 'A local page for development, in the place of Amazon Cognito’s managed login.',
  inbox: 'See the codes that were sent',
  signIn: { title: 'Sign in', submit: 'Sign in' },
  chooseUser: { title: 'Sign in', submit: 'Continue' },
  signedIn: {
    title: 'You are signed in',
    lead: (name) => `You are signed in as ${name}.`,
    proceed: (name) => `Continue as ${name}`,
    another: 'Use another account',
  },
  chooseProvider: 'Choose how to sign in',
  signUp: { title: 'Create an account', submit: 'Create account' },
  confirmSignUp: {
    title: 'Enter your confirmation code',
    lead: (destination) =>
      destination
        ? `We sent a confirmation code to ${destination}. Enter that code.`
        : 'This account is not confirmed yet. Enter the code that was sent when it was created.',
    submit: 'Confirm',
  },
  forgotPassword: {
    title: 'Reset your password',
    lead: 'We will send a code to the address of your account.',
    submit: 'Send the code',
  },
  resetPassword: {
    title: 'Choose a new password',
    lead: (destination) =>
      destination
        ? `If there is an account, a code is on its way to ${destination}. Enter it with your new password.`
        : 'Enter the code that you were sent and your new password.',
    submit: 'Reset password',
  },
  newPassword: {
    title: 'Set your password',
    lead: 'Your temporary password is right. Now choose the password that you will use from here on.',
    submit: 'Save and sign in',
  },
  password: { title: 'Enter your password', submit: 'Sign in' },
  emailCode: {
    title: 'Enter your verification code',
    lead: (destination) =>
      destination
        ? `We sent a verification code to ${destination}. Enter the code from that email.`
        : 'Enter the verification code from your email.',
    submit: 'Verify and sign in',
  },
  smsCode: {
    title: 'Enter your verification code',
    lead: (destination) =>
      destination
        ? `We sent a verification code to ${destination} by text message. Enter that code.`
        : 'Enter the verification code from your text message.',
    submit: 'Verify and sign in',
  },
  totpCode: {
    title: 'Enter your verification code',
    lead: 'Enter the 6-digit code that your authenticator app shows.',
    submit: 'Verify and sign in',
  },
  chooseFactor: { title: 'Choose how to sign in', lead: 'Choose the way that you want to use now.' },
  chooseSecondFactor: {
    title: 'Choose how to verify',
    lead: 'To make sure that it is you, we ask for a verification code. Where do you want to get it?',
  },
  chooseSetUp: {
    title: 'Set up two-step verification',
    lead: 'This account needs a verification code. Choose where you want to get your codes.',
  },
  setUpEmail: {
    title: 'Set up codes by email',
    lead: 'Enter the address to which we will send a code each time you sign in.',
    submit: 'Send the code',
  },
  setUpApp: {
    title: 'Set up your authenticator app',
    lead: 'Add this account to an authenticator app on your phone. From the next sign-in on, you use the codes that it shows.',
    scan: 'Scan this QR code with your authenticator app.',
    qrCode:
      'QR code that adds the account to an authenticator app. If you cannot scan it, enter the setup key below.',
    open: 'Add to the authenticator app on this device',
    byHand: 'If you cannot scan it, enter this setup key in the app.',
    enter: 'Enter the 6-digit code that the app shows.',
    submit: 'Verify and sign in',
  },
  passkey: {
    title: 'Sign in with a passkey',
    lead: 'By face, fingerprint or the screen lock of your device.',
    submit: 'Use my passkey',
    noScript: 'To use a passkey, turn on JavaScript in your browser.',
    notSupported: 'This browser does not support passkeys. Please sign in another way.',
    canceled: 'You have not signed in with your passkey. Try again, or sign in another way.',
    elsewhere: (relyingParty, host) =>
      `The passkeys of this pool are for pages of ${relyingParty}, and cannot be used on this one (${host}). Make the relying party ID (WebAuthnConfiguration.RelyingPartyId of SetUserPoolMfaConfig) fit the host of this page.`,
  },
  links: {
    signIn: 'Back to sign in',
    signUp: 'Create an account',
    forgotPassword: 'Forgot your password?',
    haveCode: 'I already have a code',
    startOver: 'Start over',
    another: 'Sign in another way',
    resend: 'Send a new code',
    provider: (name) => `Sign in with ${name}`,
  },
  labels: {
    email: 'Email address',
    phone: 'Phone number',
    emailOrPhone: 'Email address or phone number',
    username: 'Username',
    alias: 'Username, email address or phone number',
    password: 'Password',
    newPassword: 'New password',
    code: 'Code',
    optional: ' (optional)',
    digits: 'Digits only.',
    noPasswordNeeded: 'You may leave this empty, and sign in by codes that we send you.',
    phoneForm: 'Begin with the country code, for example +81 90 1234 5678.',
  },
  attributes: {
    email: 'Email address',
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
  rules: {
    title: 'The password has',
    length: (characters) => `${characters} characters or more`,
    uppercase: 'an uppercase letter (A–Z)',
    lowercase: 'a lowercase letter (a–z)',
    numbers: 'a number (0–9)',
    symbols: 'a symbol (such as ! ? @ # -)',
  },
  factors: {
    PASSWORD: 'Password',
    EMAIL_OTP: 'Code by email',
    SMS_OTP: 'Code by text message',
    SMS_MFA: 'Code by text message',
    WEB_AUTHN: 'Passkey',
    SOFTWARE_TOKEN_MFA: 'Authenticator app',
  },
  notices: {
    codeSent: 'We sent a new code. Enter the one that came last.',
    signUpConfirmed: 'Your account is confirmed. Now sign in.',
    passwordReset: 'Your password is reset. Sign in with your new password.',
  },
  notes: {
    ended: {
      title: 'This step is over',
      text: 'It was answered already, or took too long. You also see this after reloading a page or going back to one. Please start over.',
    },
    foreign: {
      title: 'This was not accepted',
      text: 'The form is too old, or was sent from another page. Nothing was changed. Begin again at the sign-in page. If this keeps coming, check that cookies are on, and that the address begins with https or is http://localhost.',
    },
    closed: { title: 'No new accounts', text: `New accounts cannot be created here. ${askOwner}` },
    unconfirmable: {
      title: 'Your account is created',
      text: 'There is no address to send a code to: you can sign in once an administrator has confirmed the account.',
    },
    unsupported: (challenge) => ({
      title: 'You cannot sign in on this page',
      text: `To sign in, this account has to answer ${challenge}, for which managed login has no page.`,
    }),
    nothingToSetUp: {
      title: 'You cannot sign in on this page',
      text: `This account needs two-step verification, and nothing that could be set up here. ${askOwner}`,
    },
    noProvider: {
      title: 'Sign-in is not available',
      text: 'COGNITO is not among SupportedIdentityProviders of the app client. Add it, and the sign-in page is here.',
    },
    customOnly: {
      title: 'Sign-in is not available',
      text: 'The app client allows custom authentication alone (CUSTOM_AUTH_FLOW_ONLY), and managed login does not support custom challenges.',
    },
  },
  failures: {
    incorrect: () => 'What you typed is not right. Check it and try again.',
    attemptsExceeded: () => 'Too many failed sign-ins. Wait some minutes, at most about 15, and try again.',
    disabled: () => `This account cannot be used at the moment. ${askOwner}`,
    temporaryPasswordExpired: () =>
      'Your temporary password has expired. Please ask your administrator for a new one.',
    signUpClosed: () => `New accounts cannot be created here. ${askOwner}`,
    alreadyConfirmed: () => 'This account is confirmed already. You can sign in.',
    resetNotPossible: () => `The password of this account cannot be reset here. ${askOwner}`,
    passkeyRefused: () => 'This passkey does not sign you in. Please sign in another way.',
    refused: () => `This is not allowed. ${askOwner}`,
    notConfirmed: () => 'This account is not confirmed yet. Enter the confirmation code.',
    resetRequired: () => 'Before you can sign in, your password must be reset.',
    alreadyRegistered: () => 'There is already such an account. Sign in, or reset your password.',
    codeMismatch: () => 'The code is not right. Check the newest code and enter it again.',
    codeUsed: () =>
      'This code has been used already. Wait for the next one (up to 30 seconds), and enter that.',
    codeExpired: () => 'The code has expired. Have a new code sent and enter that one.',
    limitExceeded: () => `Too many tries. ${again}`,
    passwordRefused: () => 'This password cannot be used. It must meet all the requirements.',
    missing: () => 'Please fill in every field.',
    usernameRefused: () => 'This cannot be used in that form. Check your input.',
    attributeRefused: () => 'A field has a value that is not accepted. Check your input.',
    inputRefused: () => 'Your input was not accepted. Check it and try again.',
    refusedByTrigger: (reason) => `We cannot go on with this. ${askOwner}${reason && ` (Reason: ${reason})`}`,
    serviceTrouble: () => `There is a problem with the service. ${again}`,
    unexpected: () => `Something unexpected has happened. ${again}`,
  },
  error: {
    title: 'The request cannot be handled',
    wrong: 'What is wrong',
    remedy: 'How to put it right',
    registered: (client) => `Callback URLs of the app client ${client}`,
    signedOut: (client) => `Sign-out URLs of the app client ${client}`,
    none: 'none',
    requests: 'See the request in detail',
    codes: {
      redirect_mismatch: {
        wrong: 'The URL to return to is not one that the app client has.',
        remedy:
          'redirect_uri has to be one of the callback URLs (CallbackURLs), and logout_uri one of the sign-out URLs (LogoutURLs), to the letter and the last slash.',
      },
      invalid_client: {
        wrong: 'There is no app client with the client_id of the request.',
        remedy: 'Check the client ID in the settings of the application, or create the app client.',
      },
      invalid_request: {
        wrong: 'A parameter is missing, or stands there twice.',
        remedy: 'Give client_id and redirect_uri (or logout_uri, to sign out) once each.',
      },
      no_domain: {
        wrong: 'The user pool has no domain, so that this page does not exist on Amazon Cognito.',
        remedy:
          'Give it one by CreateUserPoolDomain, by domain in the seed, or by AWS::Cognito::UserPoolDomain.',
      },
      unknown: {
        wrong: 'The request was not accepted.',
        remedy: 'Go back to the application, and try once more from there.',
      },
    },
  },
}
