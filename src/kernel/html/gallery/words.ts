import type { Locale } from '../../i18n/locale.ts';

/** Made-up words for the gallery: the same page in Dutch and in Arabic. */
export interface Words {
  locale: Locale;
  direction: 'ltr' | 'rtl';
  places: string[];
  title: string;
  lead: string;
  act: string;
  crumb: string;
  result: string;
  heads: [person: string, theme: string, status: string, term: string, minutes: string];
  themes: string[];
  statuses: [waiting: string, busy: string, done: string, late: string];
  people: { name: string; other?: string; languages: string[]; household: string }[];
  name: string;
  hint: string;
  wrong: string;
  choose: string;
  note: string;
  rule: string;
  event: string;
  due: string;
  pause: string;
  source: string;
  happened: string;
  when: string;
  who: string;
  sentence: string;
  emptyTitle: string;
  emptyText: string;
  save: string;
  leave: string;
  remove: string;
}

export const dutch: Words = {
  locale: 'nl',
  direction: 'ltr',
  places: ['Vandaag', 'Personen', 'Vragen', 'Dossiers', 'Aanbod', 'Cijfers', 'Bibliotheek'],
  title: 'Vragen',
  lead: 'Alles wat aan het onthaal en onderweg gevraagd wordt.',
  act: 'Vraag noteren',
  crumb: 'Vandaag',
  result: '128 open vragen',
  heads: ['Persoon', 'Thema', 'Stand', 'Termijn', 'Minuten'],
  themes: ['Wonen', 'Werk', 'Nederlands leren', 'School en kinderopvang'],
  statuses: ['Wacht op jou', 'Bezig', 'Gedaan', 'Vastgelopen'],
  people: [
    { name: 'Samira Voorbeeld', other: 'سميرة', languages: ['Arabisch', 'Frans'], household: 'gezin van 4' },
    { name: 'Olena Testenko', other: 'Олена', languages: ['Oekraïens'], household: 'alleen' },
    { name: 'Abdi', languages: ['Somalisch', 'Engels'], household: 'gezin van 7' },
    { name: 'Jan Proefmans', languages: ['Nederlands'], household: 'alleen' },
  ],
  name: 'Naam',
  hint: 'Zoals de persoon die zelf schrijft.',
  wrong: 'Vul een naam in. Eén naam is genoeg.',
  choose: 'Kies een thema',
  note: 'Wat is er gedaan?',
  rule: 'Elk gezin wordt binnen de 3 maanden verwelkomd.',
  event: 'Aankomst op 3 maart 2026',
  due: 'woensdag 3 juni 2026',
  pause: '4 tot 18 april: ziekenhuis',
  source: 'Afspraak van de gemeente, 1 januari 2026',
  happened: 'Doorverwijzing verstuurd naar de woonclub',
  when: 'dinsdag 3 maart, 14:30',
  who: 'toeleider',
  sentence: '87 van de 100 gezinnen kregen hun gesprek binnen de 3 maanden',
  emptyTitle: 'Nog geen vragen',
  emptyText: 'Noteer hier elke vraag die je krijgt, ook de kleine. Zo ziet de gemeente wat er nodig is.',
  save: 'Bewaren',
  leave: 'Later verder',
  remove: 'Definitief wissen',
};

export const arabic: Words = {
  locale: 'ar',
  direction: 'rtl',
  places: ['اليوم', 'الأشخاص', 'الأسئلة', 'الملفات', 'الخدمات', 'الأرقام', 'المكتبة'],
  title: 'الأسئلة',
  lead: 'كل ما يُسأل عند الاستقبال وفي الطريق.',
  act: 'تسجيل سؤال',
  crumb: 'اليوم',
  result: '128 سؤالًا مفتوحًا',
  heads: ['الشخص', 'الموضوع', 'الحالة', 'المهلة', 'الدقائق'],
  themes: ['السكن', 'العمل', 'تعلّم الهولندية', 'المدرسة ورعاية الأطفال'],
  statuses: ['بانتظارك', 'قيد العمل', 'تمّ', 'متعثّر'],
  people: [
    { name: 'سميرة', other: 'Samira Voorbeeld', languages: ['العربية', 'الفرنسية'], household: 'أسرة من 4' },
    { name: 'Olena Testenko', other: 'Олена', languages: ['الأوكرانية'], household: 'بمفردها' },
    { name: 'Abdi', languages: ['الصومالية', 'الإنجليزية'], household: 'أسرة من 7' },
    { name: 'Jan Proefmans', languages: ['الهولندية'], household: 'بمفرده' },
  ],
  name: 'الاسم',
  hint: 'كما يكتبه الشخص بنفسه.',
  wrong: 'اكتب اسمًا. اسم واحد يكفي.',
  choose: 'اختر موضوعًا',
  note: 'ماذا تمّ؟',
  rule: 'تُستقبل كل أسرة خلال 3 أشهر.',
  event: 'الوصول في 3 مارس 2026',
  due: 'الأربعاء 3 يونيو 2026',
  pause: 'من 4 إلى 18 أبريل: مستشفى',
  source: 'اتفاق البلدية، 1 يناير 2026',
  happened: 'أُرسلت الإحالة إلى نادي السكن',
  when: 'الثلاثاء 3 مارس، 14:30',
  who: 'مرشد',
  sentence: '87 من كل 100 أسرة أُجري معها الحديث خلال 3 أشهر',
  emptyTitle: 'لا أسئلة بعد',
  emptyText: 'سجّل هنا كل سؤال يصلك، حتى الصغير منها. هكذا ترى البلدية ما هو مطلوب.',
  save: 'حفظ',
  leave: 'المتابعة لاحقًا',
  remove: 'حذف نهائي',
};
