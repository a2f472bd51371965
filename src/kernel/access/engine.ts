import type { Engine } from '../engine.ts';
import { sendMessage } from '../messages/send-message.ts';
import { forgetMessages } from '../messages/message.store.ts';
import { forgetEnded } from './attempt.store.ts';
import { acceptByPasskey, acceptByPassword, acceptByPasswordPage, acceptInvitationPage } from './accept-invitation/accept-invitation.ts';
import { changeAuthenticator, changeAuthenticatorPage, changePassword, changePasswordPage, makeRecoveryCodes } from './own-account/change-ways.ts';
import { chooseLanguage, endOtherSessions, endOwnSession, ownAccountPage } from './own-account/own-account.ts';
import { addPasskey, addPasskeyPage, removePasskey } from './own-account/own-passkeys.ts';
import { todayRecoveryCodes } from './own-account/today-recovery-codes.tsx';
import { forgotPassword, forgotPasswordPage, mailRecoveryJob } from './recover-account/forgot-password.ts';
import { recoverAccount, recoverAccountPage } from './recover-account/recover-account.ts';
import { everyRole } from './role.ts';
import { signIn, signInByPasskey, signInPage, signInToDemo } from './sign-in/sign-in.ts';
import { signOut } from './sign-out/sign-out.ts';

/** Accounts and their ways in, and the outbox that they and all engines send through. */
export const access: Engine = {
  name: 'access',
  hasTables: false,
  grants: { 'account:own': everyRole },
  routes: [
    ...[signInPage, signIn, signInByPasskey, signInToDemo, signOut],
    ...[acceptInvitationPage, acceptByPasswordPage, acceptByPassword, acceptByPasskey],
    ...[forgotPasswordPage, forgotPassword, recoverAccountPage, recoverAccount],
    ...[ownAccountPage, chooseLanguage, endOwnSession, endOtherSessions],
    ...[changePasswordPage, changePassword, changeAuthenticatorPage, changeAuthenticator, makeRecoveryCodes],
    ...[addPasskeyPage, addPasskey, removePasskey],
  ],
  jobs: { 'send-message': sendMessage, 'mail-recovery': mailRecoveryJob },
  today: [todayRecoveryCodes],
  sweeps: {
    'forget-ended': (context) => context.write(forgetEnded),
    'forget-messages': (context) => context.write(forgetMessages),
  },
};
