import type { Engine } from '../engine.ts';
import { sendMessage } from '../messages/send-message.ts';
import { forgetMessages } from '../messages/message.store.ts';
import { forgetEnded } from './attempt.store.ts';
import { signIn, signInByPasskey, signInPage, signInToDemo } from './sign-in/sign-in.ts';
import { signOut } from './sign-out/sign-out.ts';

/** Accounts and their ways in, and the outbox that they and all engines send through. */
export const access: Engine = {
  name: 'access',
  hasTables: false,
  grants: {},
  routes: [signInPage, signIn, signInByPasskey, signInToDemo, signOut],
  jobs: { 'send-message': sendMessage },
  sweeps: {
    'forget-ended': (context) => context.write(forgetEnded),
    'forget-messages': (context) => context.write(forgetMessages),
  },
};
