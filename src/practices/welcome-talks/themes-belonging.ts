import type { BlueprintData } from '../../engines/cases/part.ts';

type Pages = NonNullable<BlueprintData['questionnaires']>[number]['pages'];

/** Leisure, health and wellbeing, money and administration, and waste and environment. */
export const belongingPages: Pages = [
  {
    id: 'leisure',
    icon: 'bike',
    title: { nl: 'Vrije tijd', en: 'Leisure', fr: 'Loisirs', ar: 'أوقات الفراغ', uk: 'Дозвілля' },
    tell: [
      { nl: 'Sport, jeugdwerking, bibliotheek en verenigingen in de buurt.', en: 'Sport, youth work, library and associations nearby.', fr: 'Sport, activités pour jeunes, bibliothèque et associations du quartier.', ar: 'الرياضة وأنشطة الشباب والمكتبة والجمعيات القريبة.', uk: 'Спорт, молодіжні гуртки, бібліотека та об’єднання поблизу.' },
      { nl: 'Korting voor wie weinig geld heeft.', en: 'Reductions for people with little money.', fr: 'Réductions pour les personnes à faible revenu.', ar: 'تخفيضات لأصحاب الدخل المحدود.', uk: 'Знижки для тих, у кого мало грошей.' },
    ],
    fields: [
      'explained',
      'understood',
      {
        id: 'needs',
        kind: 'many-of',
        label: { nl: 'Wat heb je nodig?', en: 'What do you need?', fr: 'De quoi avez-vous besoin ?', ar: 'ماذا تحتاج؟', uk: 'Що вам потрібно?' },
        options: [
          { id: 'sport', label: { nl: 'Een sportclub', en: 'A sports club', fr: 'Un club de sport', ar: 'نادٍ رياضي', uk: 'Спортивний клуб' } },
          { id: 'children', label: { nl: 'Activiteiten of kamp voor de kinderen', en: 'Activities or camp for the children', fr: 'Activités ou stage pour les enfants', ar: 'أنشطة أو مخيم للأطفال', uk: 'Заняття чи табір для дітей' } },
          { id: 'people', label: { nl: 'Mensen leren kennen', en: 'Getting to know people', fr: 'Rencontrer des gens', ar: 'التعرف على الناس', uk: 'Познайомитися з людьми' } },
          { id: 'discount', label: { nl: 'Een kortingspas', en: 'A discount card', fr: 'Une carte de réduction', ar: 'بطاقة تخفيض', uk: 'Картка на знижку' } },
          { id: 'volunteer', label: { nl: 'Vrijwilliger worden', en: 'Becoming a volunteer', fr: 'Devenir bénévole', ar: 'التطوع', uk: 'Стати волонтером' } },
        ],
      },
      'own',
    ],
  },
  {
    id: 'health-wellbeing',
    icon: 'heart-pulse',
    title: { nl: 'Gezondheid en welzijn', en: 'Health and wellbeing', fr: 'Santé et bien-être', ar: 'الصحة والعافية', uk: 'Здоров’я та добробут' },
    tell: [
      { nl: 'Ziekenfonds, vaste huisarts en wachtpost. 112 in nood.', en: 'Health insurance fund, your own doctor and the out-of-hours post. 112 in an emergency.', fr: 'Mutuelle, médecin généraliste fixe et poste de garde. 112 en cas d’urgence.', ar: 'صندوق التأمين الصحي وطبيب العائلة ومركز الطوارئ. 112 عند الخطر.', uk: 'Лікарняна каса, сімейний лікар і чергова лікарня. 112 у разі небезпеки.' },
      { nl: 'Ook als je je niet goed voelt in je hoofd, is er hulp.', en: 'There is help too when you do not feel well in your mind.', fr: 'Il y a aussi de l’aide si vous n’allez pas bien moralement.', ar: 'توجد مساعدة أيضًا إذا كنت لا تشعر بخير نفسيًا.', uk: 'Допомога є й тоді, коли вам погано на душі.' },
    ],
    fields: [
      'explained',
      'understood',
      {
        id: 'needs',
        kind: 'many-of',
        label: { nl: 'Wat heb je nodig?', en: 'What do you need?', fr: 'De quoi avez-vous besoin ?', ar: 'ماذا تحتاج؟', uk: 'Що вам потрібно?' },
        options: [
          { id: 'insurance', label: { nl: 'Aansluiten bij een ziekenfonds', en: 'Joining a health insurance fund', fr: 'S’affilier à une mutuelle', ar: 'الانضمام إلى صندوق التأمين الصحي', uk: 'Приєднатися до лікарняної каси' } },
          { id: 'doctor', label: { nl: 'Een huisarts of tandarts', en: 'A doctor or dentist', fr: 'Un médecin généraliste ou un dentiste', ar: 'طبيب عام أو طبيب أسنان', uk: 'Сімейний лікар або стоматолог' } },
          { id: 'mental', label: { nl: 'Iemand om mee te praten', en: 'Someone to talk to', fr: 'Quelqu’un à qui parler', ar: 'شخص للتحدث معه', uk: 'Людина, з якою можна поговорити' } },
          { id: 'pregnancy-child', label: { nl: 'Zwanger of een jong kind', en: 'Pregnant or a young child', fr: 'Enceinte ou un jeune enfant', ar: 'حمل أو طفل صغير', uk: 'Вагітність або мала дитина' } },
          { id: 'disability', label: { nl: 'Hulp bij een ziekte of een handicap', en: 'Help with an illness or a disability', fr: 'Aide pour une maladie ou un handicap', ar: 'مساعدة بسبب مرض أو إعاقة', uk: 'Допомога через хворобу або інвалідність' } },
        ],
      },
      'own',
    ],
  },
  {
    id: 'money-administration',
    icon: 'wallet',
    title: { nl: 'Geld en administratie', en: 'Money and administration', fr: 'Argent et administration', ar: 'المال والمعاملات', uk: 'Гроші та документи' },
    tell: [
      { nl: 'Bankrekening, Groeipakket voor de kinderen en belastingen.', en: 'Bank account, child benefit (Groeipakket) and taxes.', fr: 'Compte bancaire, allocations familiales (Groeipakket) et impôts.', ar: 'الحساب البنكي وإعانة الأطفال (Groeipakket) والضرائب.', uk: 'Банківський рахунок, допомога на дітей (Groeipakket) і податки.' },
      { nl: 'Brieven van de overheid: bewaren en op tijd antwoorden.', en: 'Letters from the authorities: keep them and answer in time.', fr: 'Lettres de l’administration : les garder et répondre à temps.', ar: 'رسائل الدوائر الرسمية: احتفظ بها وأجب في الوقت المحدد.', uk: 'Листи від влади: зберігайте їх і відповідайте вчасно.' },
    ],
    fields: [
      'explained',
      'understood',
      {
        id: 'needs',
        kind: 'many-of',
        label: { nl: 'Wat heb je nodig?', en: 'What do you need?', fr: 'De quoi avez-vous besoin ?', ar: 'ماذا تحتاج؟', uk: 'Що вам потрібно?' },
        options: [
          { id: 'account', label: { nl: 'Een bankrekening', en: 'A bank account', fr: 'Un compte bancaire', ar: 'حساب بنكي', uk: 'Банківський рахунок' } },
          { id: 'child-benefit', label: { nl: 'Groeipakket aanvragen', en: 'Applying for child benefit', fr: 'Demander les allocations familiales', ar: 'طلب إعانة الأطفال', uk: 'Оформити допомогу на дітей' } },
          { id: 'letters', label: { nl: 'Brieven begrijpen en formulieren invullen', en: 'Understanding letters and filling in forms', fr: 'Comprendre des lettres et remplir des formulaires', ar: 'فهم الرسائل وتعبئة الاستمارات', uk: 'Зрозуміти листи та заповнити форми' } },
          { id: 'debts', label: { nl: 'Rekeningen of schulden', en: 'Bills or debts', fr: 'Factures ou dettes', ar: 'فواتير أو ديون', uk: 'Рахунки або борги' } },
          { id: 'income', label: { nl: 'Te weinig geld om te leven', en: 'Too little money to live on', fr: 'Trop peu d’argent pour vivre', ar: 'المال لا يكفي للمعيشة', uk: 'Замало грошей на життя' } },
          { id: 'digital', label: { nl: 'Hulp met itsme, e-mail of computer', en: 'Help with itsme, e-mail or computer', fr: 'Aide pour itsme, e-mail ou ordinateur', ar: 'مساعدة في itsme أو البريد الإلكتروني أو الحاسوب', uk: 'Допомога з itsme, e-mail або комп’ютером' } },
        ],
      },
      'own',
    ],
  },
  {
    id: 'waste-environment',
    icon: 'recycle',
    title: { nl: 'Afval en milieu', en: 'Waste and environment', fr: 'Déchets et environnement', ar: 'النفايات والبيئة', uk: 'Відходи та довкілля' },
    tell: [
      { nl: 'Afval sorteren, de juiste zak op de juiste dag.', en: 'Sorting waste, the right bag on the right day.', fr: 'Trier les déchets, le bon sac le bon jour.', ar: 'فرز النفايات: الكيس الصحيح في اليوم الصحيح.', uk: 'Сортування відходів: правильний мішок у правильний день.' },
      { nl: 'Het recyclagepark, de fiets en de bus.', en: 'The recycling park, the bicycle and the bus.', fr: 'Le parc à conteneurs, le vélo et le bus.', ar: 'مركز إعادة التدوير والدراجة والحافلة.', uk: 'Пункт прийому відходів, велосипед і автобус.' },
    ],
    fields: [
      'explained',
      'understood',
      {
        id: 'needs',
        kind: 'many-of',
        label: { nl: 'Wat heb je nodig?', en: 'What do you need?', fr: 'De quoi avez-vous besoin ?', ar: 'ماذا تحتاج؟', uk: 'Що вам потрібно?' },
        options: [
          { id: 'sorting', label: { nl: 'Uitleg over sorteren', en: 'Explanation about sorting', fr: 'Explication sur le tri', ar: 'شرح حول الفرز', uk: 'Пояснення про сортування' } },
          { id: 'calendar', label: { nl: 'Afvalzakken en ophaalkalender', en: 'Waste bags and collection calendar', fr: 'Sacs et calendrier de collecte', ar: 'أكياس النفايات وجدول الجمع', uk: 'Мішки та календар вивезення' } },
          { id: 'transport', label: { nl: 'Fiets, bus of trein', en: 'Bicycle, bus or train', fr: 'Vélo, bus ou train', ar: 'دراجة أو حافلة أو قطار', uk: 'Велосипед, автобус або поїзд' } },
          { id: 'neighbours', label: { nl: 'Afspraken met de buren', en: 'Arrangements with the neighbours', fr: 'Accords avec les voisins', ar: 'اتفاقات مع الجيران', uk: 'Домовленості з сусідами' } },
        ],
      },
      'own',
    ],
  },
];
