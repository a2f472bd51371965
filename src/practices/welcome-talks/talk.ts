import type { BlueprintData } from '../../engines/cases/part.ts';
import { belongingPages } from './themes-belonging.ts';
import { livingPages } from './themes-living.ts';

/** The welcome talk: nine themes, one a page; what is expected; what was said, read back; and the approach. */
export const talk: NonNullable<BlueprintData['questionnaires']>[number] = {
  id: 'talk',
  title: { nl: 'Welkomstgesprek', en: 'Welcome talk', fr: 'Entretien de bienvenue', ar: 'لقاء ترحيبي', uk: 'Вітальна розмова' },
  shared: [
    {
      id: 'explained',
      kind: 'one-of',
      label: { nl: 'Uitgelegd?', en: 'Explained?', fr: 'Expliqué ?', ar: 'هل تم الشرح؟', uk: 'Пояснено?' },
      options: [
        { id: 'yes', label: { nl: 'Ja', en: 'Yes', fr: 'Oui', ar: 'نعم', uk: 'Так' } },
        { id: 'no', label: { nl: 'Nee', en: 'No', fr: 'Non', ar: 'لا', uk: 'Ні' } },
      ],
    },
    {
      id: 'understood',
      kind: 'one-of',
      label: { nl: 'Is het duidelijk?', en: 'Is it clear?', fr: 'Est-ce clair ?', ar: 'هل هو واضح؟', uk: 'Чи зрозуміло?' },
      hint: { nl: 'Laat het gezin in eigen woorden vertellen wat het onthoudt.', en: 'Let the family say in its own words what it remembers.' },
      options: [
        { id: 'yes', label: { nl: 'Ja', en: 'Yes', fr: 'Oui', ar: 'نعم', uk: 'Так' } },
        { id: 'partly', label: { nl: 'Een deel', en: 'Partly', fr: 'En partie', ar: 'جزئيًا', uk: 'Частково' } },
        { id: 'no', label: { nl: 'Nee', en: 'No', fr: 'Non', ar: 'لا', uk: 'Ні' } },
      ],
    },
    {
      id: 'own',
      kind: 'words',
      label: { nl: 'Iets anders, in eigen woorden', en: 'Something else, in own words', fr: 'Autre chose, en vos mots', ar: 'شيء آخر، بكلماتك', uk: 'Щось інше, своїми словами' },
      maximum: 300,
    },
  ],
  pages: [
    ...livingPages,
    ...belongingPages,
    {
      id: 'expectations',
      icon: 'scale',
      title: { nl: 'Verwachtingen', en: 'Expectations', fr: 'Attentes', ar: 'التوقعات', uk: 'Очікування' },
      tell: [
        { nl: 'Wie volgens de wet moet inburgeren, meldt zich aan.', en: 'Who must follow civic integration by law, signs up.', fr: 'Qui doit suivre l’intégration civique selon la loi, s’inscrit.', ar: 'من يُلزمه القانون بالاندماج المدني يسجل نفسه.', uk: 'Хто за законом має пройти інтеграцію, записується.' },
        { nl: 'Kinderen gaan naar school, elke dag en op tijd.', en: 'Children go to school, every day and on time.', fr: 'Les enfants vont à l’école, chaque jour et à l’heure.', ar: 'يذهب الأطفال إلى المدرسة كل يوم وفي الموعد.', uk: 'Діти ходять до школи щодня й вчасно.' },
        { nl: 'Je meldt een nieuw adres binnen 8 werkdagen.', en: 'You report a new address within 8 working days.', fr: 'Vous déclarez une nouvelle adresse dans les 8 jours ouvrables.', ar: 'تبلّغ عن العنوان الجديد خلال 8 أيام عمل.', uk: 'Про нову адресу повідомляєте протягом 8 робочих днів.' },
        { nl: 'De wet is voor iedereen gelijk.', en: 'The law is the same for everyone.', fr: 'La loi est la même pour tous.', ar: 'القانون واحد للجميع.', uk: 'Закон однаковий для всіх.' },
      ],
      fields: [
        'explained',
        'understood',
        {
          id: 'hopes',
          kind: 'words',
          label: { nl: 'Wat verwacht je zelf van ons?', en: 'What do you expect from us?', fr: 'Qu’attendez-vous de nous ?', ar: 'ماذا تتوقع منا؟', uk: 'Чого ви очікуєте від нас?' },
          maximum: 500,
        },
      ],
    },
    { id: 'summary', kind: 'read-back', icon: 'volume-2', title: { nl: 'Samen overlopen', en: 'Going over it together', fr: 'Relire ensemble', ar: 'نراجع معًا', uk: 'Перегляд разом' } },
    {
      id: 'approach',
      icon: 'signpost',
      title: { nl: 'Hoe gaan we verder?', en: 'How do we go on?', fr: 'Comment continuer ?', ar: 'كيف نتابع؟', uk: 'Як рухаємося далі?' },
      fields: [
        {
          id: 'approach',
          kind: 'one-of',
          label: { nl: 'Wat past bij dit gezin?', en: 'What suits this family?', fr: 'Qu’est-ce qui convient à cette famille ?', ar: 'ما المناسب لهذه العائلة؟', uk: 'Що підходить цій родині?' },
          options: [
            { id: 'own-way', icon: 'route', label: { nl: 'Vindt zelf de weg', en: 'Finds their own way', fr: 'Trouve son chemin', ar: 'تجد طريقها بنفسها', uk: 'Знаходить шлях самостійно' } },
            { id: 'information', icon: 'info', label: { nl: 'Heeft duidelijke informatie nodig', en: 'Needs clear information', fr: 'A besoin d’informations claires', ar: 'تحتاج إلى معلومات واضحة', uk: 'Потребує зрозумілої інформації' } },
            { id: 'guidance', icon: 'hand-helping', label: { nl: 'Heeft begeleiding nodig', en: 'Needs guidance', fr: 'A besoin d’un accompagnement', ar: 'تحتاج إلى مرافقة', uk: 'Потребує супроводу' } },
          ],
          suggest: [
            {
              when: 'count(pages[understood = "no"]) >= 3 or count(flatten(pages.needs)) + count(pages[own != null]) >= 5',
              choose: 'guidance',
              because: { nl: 'Er zijn vijf noden of meer, of drie thema’s of meer zijn niet duidelijk.', en: 'There are five needs or more, or three themes or more are not clear.' },
            },
            {
              when: 'count(pages[understood in ("no", "partly")]) >= 1 or count(flatten(pages.needs)) + count(pages[own != null]) >= 1',
              choose: 'information',
              because: { nl: 'Er is een nood, of een thema is nog niet helemaal duidelijk.', en: 'There is a need, or a theme is not quite clear yet.' },
            },
            {
              when: 'true',
              choose: 'own-way',
              because: { nl: 'Er zijn geen noden genoteerd en niets bleef onduidelijk.', en: 'No needs were noted and nothing stayed unclear.' },
            },
          ],
        },
        {
          id: 'agreed',
          kind: 'words',
          label: { nl: 'Wat spraken we af?', en: 'What did we agree?', fr: 'Qu’avons-nous convenu ?', ar: 'على ماذا اتفقنا؟', uk: 'Про що ми домовилися?' },
          maximum: 500,
        },
      ],
    },
  ],
};
