import { afterAll, beforeAll, describe, it, onTestFailed } from 'vitest';
import { createWorld, type World } from '../world.ts';
import { bringListIn, bringSameListIn, registerAtDesk } from './import-steps.ts';
import { addService, answerReferral, readFigures, recordByKeyboard, recordMany, refer, seeAnswer } from './question-steps.ts';
import { invite, noteLanguages, setUp, signIn } from './set-up-steps.ts';
import { Walk, type Someone } from './walk.ts';
import { answerInvitation, holdTalk, makeLetter, planTalk } from './welcome-steps.ts';

describe.each([
  { title: 'with script', javaScript: true },
  { title: 'without script', javaScript: false },
])('the whole thread $title', ({ javaScript }) => {
  let world: World;
  let walk: Walk;
  let noor: Someone;
  let rana: Someone;
  let bilal: Someone;
  let letter: string;
  beforeAll(async () => {
    world = await createWorld({ assets: 'built', withoutAuthority: true, at: '2026-03-02T09:00' });
    walk = new Walk(world, javaScript);
  });
  afterAll(() => world.close());

  const step = (sentence: string, take: () => Promise<void>) =>
    it(sentence, async () => {
      onTestFailed(() => walk.showPages());
      await take();
    });

  step('begins with a link that works once', async () => {
    noor = await setUp(walk);
  });
  step('lets colleagues in by the mail that invites them', async () => {
    rana = await invite(walk, noor, { name: 'Rana Gids', email: 'rana@example.be', role: 'toeleider', width: 360 });
    bilal = await invite(walk, noor, { name: 'Bilal Onthaal', email: 'bilal@example.be', role: 'onthaal', width: 1280 });
    await noteLanguages(walk, noor, 'Rana Gids', ['Arabisch', 'Frans']);
  });
  step('brings the list of newcomers in, with what is wrong put right', async () => {
    await registerAtDesk(walk, bilal);
    await bringListIn(walk, noor);
  });
  step('changes nothing by the same list', () => bringSameListIn(walk, noor));
  step('gives a family a guide and a moment', () => planTalk(walk, noor));
  step('invites the family in its language, and hears that it comes', async () => {
    letter = await makeLetter(walk, noor);
    await answerInvitation(walk, letter);
  });
  step('holds the talk on a telephone', async () => {
    world.clock.set('2026-03-10T09:50');
    await signIn(walk, rana);
    await holdTalk(walk, rana);
  });
  step('records a question by keyboard in less than twenty seconds', async () => {
    await signIn(walk, bilal);
    await recordByKeyboard(walk, bilal);
    await recordMany(walk, bilal);
  });
  step('refers a need to a service, which answers without an account', async () => {
    await signIn(walk, noor);
    await addService(walk, bilal);
    await refer(walk, bilal);
    await answerReferral(walk, noor);
    await seeAnswer(walk, bilal);
  });
  step('shows figures that give nobody away', async () => {
    world.clock.set('2026-04-08T09:00');
    await signIn(walk, noor);
    await readFigures(walk, noor);
  });
});
