import type { Frame } from '../frame.ts';
import * as html from '../index.ts';
import { arabic, dutch } from './words.ts';

/** On the road: one theme of the talk. */
export function GalleryAlong({ frame }: { frame: Frame }) {
  const answers = [
    { value: 'explained', label: 'Uitgelegd' },
    { value: 'understood', label: 'Begrepen' },
  ];
  return (
    <html.AlongPage frame={frame} title="Wonen" step={3} of={9} back={{ href: '/talks/1', label: 'Gesprek' }}>
      <html.Form action="/talks/1/housing" once="key-12345678">
        <html.RadioGroup locale="nl" name="state" label="Is dit uitgelegd en begrepen?" tiles options={answers.map((answer) => ({ ...answer, icon: 'check' }))} value="understood" />
        <html.TextArea locale="nl" name="need" label="Wat is er nodig?" hint="Eén zin is genoeg." optional />
        <html.Button icon="arrow-right" iconMirrors>
          Volgende: werk
        </html.Button>
      </html.Form>
    </html.AlongPage>
  );
}

/** For a newcomer: Dutch and Arabic beside each other. */
export function GalleryWelcome({ frame }: { frame: Frame }) {
  return (
    <html.WelcomePage
      frame={frame}
      islands={['read-aloud.js']}
      title="Welkom in Voorbeeldstad"
      otherTitle="أهلًا بكم في Voorbeeldstad"
      languages={[
        { locale: 'nl', label: 'Nederlands', href: '?language=nl' },
        { locale: 'ar', label: 'العربية', href: '?language=ar', current: true },
        { locale: 'uk', label: 'Українська', href: '?language=uk' },
      ]}
    >
      <html.Beside
        locale="ar"
        id="meeting"
        nl={
          <>
            <h2>Je gesprek</h2>
            <p>Een toeleider komt bij je langs op dinsdag 3 maart om 14.30 uur. Jullie praten over wonen, werk en school.</p>
          </>
        }
        other={
          <>
            <h2>موعد حديثك</h2>
            <p>يزورك مرشد يوم الثلاثاء 3 مارس الساعة 14:30. ستتحدثون عن السكن والعمل والمدرسة.</p>
          </>
        }
      />
      <html.ButtonRow>
        <html.ReadAloud locale="nl" of="meeting-nl" />
        <html.ReadAloud locale="ar" of="meeting-other" />
        <html.PrintButton locale="ar" />
      </html.ButtonRow>
      <html.CheckAnswers locale="ar" sections={[{ title: arabic.title, rows: [{ label: arabic.name, value: arabic.people[0]!.name, changeHref: '/change' }, { label: arabic.note }] }]}>
        <html.Form action="/link/secret" once="key-12345678">
          <html.ButtonRow>
            <html.Button>
              <span lang="nl">Ik kom</span> · سآتي
            </html.Button>
            <html.Button look="secondary" name="other" value="yes">
              <span lang="nl">Een ander moment vragen</span> · أطلب موعدًا آخر
            </html.Button>
          </html.ButtonRow>
        </html.Form>
      </html.CheckAnswers>
    </html.WelcomePage>
  );
}

/** Signing in. */
export function GalleryPlain({ frame }: { frame: Frame }) {
  return (
    <html.PlainPage frame={frame} title="Aanmelden" lead="Met je e-mailadres en je wachtwoord, of met je passkey." below={<p>Nog geen account? Vraag het aan je beheerder.</p>}>
      <html.Form action="/sign-in">
        <html.TextField locale="nl" name="email" label="E-mailadres" type="email" autocomplete="username" value="an@example.org" />
        <html.TextField locale="nl" name="password" label="Wachtwoord" type="password" autocomplete="current-password" />
        <html.ButtonRow>
          <html.Button>Aanmelden</html.Button>
          <html.Button look="secondary" type="button" icon="key-round">
            Met een passkey
          </html.Button>
        </html.ButtonRow>
      </html.Form>
    </html.PlainPage>
  );
}

const drawnCode = '<svg viewBox="0 0 5 5"><path d="M0 0h2v2H0zM3 0h2v2H3zM0 3h2v2H0zM3 3h1v1H3z" fill="#000"/></svg>';

/** An invitation, as it comes out of the printer. */
export function GalleryLetter({ frame }: { frame: Frame }) {
  return (
    <html.WorkPage frame={frame} title="Uitnodiging" act={<html.LinkButton href="/letter.pdf">Openen</html.LinkButton>}>
      <html.LetterSheet
        sender={{ name: 'Voorbeeldstad', lines: ['Dienst onthaal', 'Marktplein 1, 9999 Voorbeeldstad'] }}
        recipient={['Gezin Voorbeeld', 'Proefstraat 12 bus 3', '9999 Voorbeeldstad']}
        placeAndDay="Voorbeeldstad, dinsdag 3 maart 2026"
        reference="Gesprek 2026-014"
        subject="Welkom. Kom je met ons praten?"
        other={{ locale: 'ar', subject: 'أهلًا بكم. هل تأتون للحديث معنا؟', body: <p>{arabic.rule}</p> }}
        signature={['An Balie', 'onthaal']}
        qr={<html.Qr svg={drawnCode} label="Code naar je antwoordpagina" caption="Antwoord met je telefoon" />}
      >
        <p>Je woont sinds kort in Voorbeeldstad. We maken graag kennis met je gezin.</p>
        <p>{dutch.rule}</p>
      </html.LetterSheet>
    </html.WorkPage>
  );
}
