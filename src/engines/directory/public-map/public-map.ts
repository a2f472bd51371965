import { open, unrecorded } from '../../../kernel/http/route.ts';
import { isId } from '../../../kernel/id.ts';
import { searchServices, type Asked } from '../find-services/search-services.ts';
import { cursorOf } from '../list-services/next-page.ts';
import { findMunicipalities } from '../municipality.store.ts';
import { isTheme } from '../themes.ts';
import { findWholeService } from '../whole-service.store.ts';
import { findNearPlaces } from './near-places.store.ts';
import { publicListView, nothingHereView } from './public-list.view.tsx';
import { servePublic } from './public-page.ts';
import { publicServiceView } from './public-service.view.tsx';

const shownPerPage = 20;
const why = 'newcomers have no account; only what an authority shows to everyone is read';

/** The map for everyone: search in plain words, by theme and by town. */
export const publicMapRoute = open({
  method: 'GET',
  path: '/social-map/:authority',
  open: why,
  event: unrecorded('services, no person'),
  handle: (request, services, { authority = '' }) =>
    servePublic(
      request,
      services,
      authority,
      async (read, { url }) => {
        const area = await findMunicipalities(read);
        const given = (name: string) => url.searchParams.get(name)?.slice(0, 200) || undefined;
        const theme = given('theme');
        const municipality = area.find(({ nis }) => nis === given('municipality'))?.nis;
        const asked: Asked = { text: given('text'), ...(isTheme(theme) ? { theme } : {}), ...(municipality ? { municipality } : {}) };
        return { asked, area, now: read.now, searched: await searchServices(read, asked, { area, limit: shownPerPage, after: cursorOf(given('after')), publicOnly: true }) };
      },
      (data, context) => publicListView({ ...data, perPage: shownPerPage }, context),
      nothingHereView,
    ),
});

/** One service for everyone: what it does, when, where and how, in Dutch and beside it in the newcomer's language. */
export const publicServiceRoute = open({
  method: 'GET',
  path: '/social-map/:authority/services/:id',
  open: why,
  event: unrecorded('a service, no person'),
  handle: (request, services, { authority = '', id = '' }) =>
    servePublic(
      request,
      services,
      authority,
      async (read) => {
        const service = isId(id) ? await findWholeService(read, id) : undefined;
        if (!service || service.endedOn || !service.isPublic) return undefined;
        const located = service.places.find(({ latitude, longitude }) => latitude !== null && longitude !== null && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180);
        const near = located ? await findNearPlaces(read, { serviceId: service.id, latitude: located.latitude!, longitude: located.longitude! }) : [];
        return { service, located, near, now: read.now };
      },
      publicServiceView,
      nothingHereView,
    ),
});
