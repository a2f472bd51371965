import { newAuthenticatorSecret, readAuthenticatorSecret } from '../../kernel/access/authenticator.ts';
import { openContext, openPage, openRedirect, type OpenContext } from '../../kernel/access/open-page.ts';
import { beginRegistration, canUsePasskeys, type Ceremony } from '../../kernel/access/passkey.ts';
import { readSecret } from '../../kernel/access/secret.ts';
import { deviceOf, sessionCookieOf } from '../../kernel/access/session.ts';
import { faultText, passkeyParty } from '../../kernel/access/set-up/set-up.ts';
import { findTenants } from '../../kernel/access/tenant.store.ts';
import type { Engine } from '../../kernel/engine.ts';
import type { FormValues, Services } from '../../kernel/http/context.ts';
import type { FieldErrors } from '../../kernel/http/fields.ts';
import { readForm } from '../../kernel/http/read-body.ts';
import { open, unrecorded } from '../../kernel/http/route.ts';
import { newId } from '../../kernel/id.ts';
import { staffLocales } from '../../kernel/i18n/locale.ts';
import { administratorView, authorityView, notValidView, passkeyView, passwordView, usedView } from './first-run.view.tsx';
import { makeAuthority } from './make-authority.ts';
import { findSetupSecret, removeSetupLink } from './setup-link.ts';
import { readSteps, steps, type Step } from './steps.ts';
import { todayFirstSteps } from './today-first-steps.tsx';

const inTheOpen = 'there is nobody yet: whoever holds the link that the terminal printed';

const show = open({
  method: 'GET',
  path: '/first-run/:secret',
  open: inTheOpen,
  event: unrecorded('no one is read'),
  handle: async (request, services, { secret }) => {
    if (!(await findSetupSecret(services.dataFolder, secret))) return refuse(request, services, secret);
    return draw({ request, services, secret: secret!, values: {}, errors: {} }, 'authority');
  },
});

const go = open({
  method: 'POST',
  path: '/first-run/:secret',
  open: inTheOpen,
  event: 'authority-made',
  handle: async (request, services, { secret }) => {
    const found = await findSetupSecret(services.dataFolder, secret);
    if (!found) return refuse(request, services, secret);
    const { values } = await readForm(request);
    const asked: Asked = { request, services, secret: secret!, values, errors: {} };
    const step = steps.find((each) => each === values['step']) ?? 'authority';
    if (values['back'] !== undefined) return draw(asked, steps[Math.max(steps.indexOf(step) - 1, 0)]!);
    const filled = readSteps(values, contextOf(asked).locale, step);
    if ('step' in filled) return draw({ ...asked, errors: filled.errors }, filled.step);
    if (step === 'authority' || !('administrator' in filled)) return draw(asked, 'administrator');
    if (step === 'administrator') return draw(asked, 'way');
    const made = await makeAuthority(services, found.tenantId, filled, values, deviceOf(request));
    if ('fault' in made) return draw({ ...asked, errors: { [made.field]: faultText(filled.authority.locale, made.fault) } }, 'way');
    if (made.outcome === 'used') return refuse(request, services, secret);
    await removeSetupLink(services.dataFolder);
    return openRedirect('/', [sessionCookieOf(made.session, services.publicUrl)]);
  },
});

interface Asked {
  request: Request;
  services: Services;
  secret: string;
  values: FormValues;
  errors: FieldErrors;
}

/** The language that was chosen at the first step goes for the steps after it. */
function contextOf({ request, services, values }: Asked): OpenContext {
  const context = openContext(request, services, undefined);
  const locale = staffLocales.find((each) => each === values['locale']) ?? context.locale;
  return { ...context, locale, frame: { ...context.frame, locale } };
}

async function draw(asked: Asked, step: Step): Promise<Response> {
  const { request, services, secret, values, errors } = asked;
  const context = contextOf(asked);
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  const data = { action: `/first-run/${secret}`, values, errors, passkeys: canUsePasskeys(services.publicUrl) };
  const page = () => {
    if (step === 'authority') return authorityView(context, data);
    if (step === 'administrator') return administratorView(context, data);
    return undefined;
  };
  const drawn = page() ?? (await drawWay(context, asked, data));
  return openPage(request, services, drawn, status);
}

async function drawWay(context: OpenContext, { services, secret, values }: Asked, data: Parameters<typeof passwordView>[1]) {
  const typed = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  if (typed('way') === 'passkey' && data.passkeys) {
    const party = await passkeyParty(services, readSecret(secret)!.tenantId);
    const ceremony: Ceremony = await beginRegistration(party, { accountId: newId(), name: typed('adminName'), email: typed('email') }, services.database.now());
    return passkeyView(context, data, ceremony);
  }
  return passwordView(context, data, readAuthenticatorSecret(typed('secret')) ? typed('secret') : newAuthenticatorSecret());
}

/** A link that was used says so; any other that does not work says how to get one that does. */
async function refuse(request: Request, services: Services, secret: string | undefined): Promise<Response> {
  const tenantId = readSecret(secret)?.tenantId;
  const isUsed = (await findTenants(services.database)).some(({ id }) => id === tenantId);
  const context = openContext(request, services, undefined);
  return openPage(request, services, isUsed ? usedView(context) : notValidView(context), isUsed ? 410 : 404);
}

export const firstRun: Engine = { name: 'first-run', hasTables: false, grants: {}, routes: [show, go], today: [todayFirstSteps] };
