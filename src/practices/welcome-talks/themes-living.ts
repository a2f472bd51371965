import type { BlueprintData } from '../../engines/cases/part.ts';

type Pages = NonNullable<BlueprintData['questionnaires']>[number]['pages'];

/** Housing, work, Dutch, civic integration, and school and childcare. */
export const livingPages: Pages = [
  {
    id: 'housing',
    icon: 'house',
    title: { nl: 'Wonen', en: 'Housing', fr: 'Logement', ar: 'السكن', uk: 'Житло' },
    tell: [
      { nl: 'Huren: contract, waarborg en plaatsbeschrijving.', en: 'Renting: contract, deposit and inventory.', fr: 'Louer : contrat, garantie et état des lieux.', ar: 'الإيجار: العقد والضمان ووصف حالة المسكن.', uk: 'Оренда: договір, застава та опис житла.' },
      { nl: 'Waar je hulp krijgt als er iets mis is met de woning.', en: 'Where to get help when something is wrong with the home.', fr: 'Où trouver de l’aide en cas de problème avec le logement.', ar: 'أين تجد المساعدة إذا كانت هناك مشكلة في المسكن.', uk: 'Де отримати допомогу, якщо з житлом щось не так.' },
    ],
    fields: [
      'explained',
      'understood',
      {
        id: 'needs',
        kind: 'many-of',
        label: { nl: 'Wat heb je nodig?', en: 'What do you need?', fr: 'De quoi avez-vous besoin ?', ar: 'ماذا تحتاج؟', uk: 'Що вам потрібно?' },
        options: [
          { id: 'find-home', label: { nl: 'Een woning zoeken', en: 'Finding a home', fr: 'Chercher un logement', ar: 'البحث عن مسكن', uk: 'Пошук житла' } },
          { id: 'contract', label: { nl: 'Hulp bij het huurcontract', en: 'Help with the rental contract', fr: 'Aide pour le contrat de location', ar: 'مساعدة في عقد الإيجار', uk: 'Допомога з договором оренди' } },
          { id: 'deposit', label: { nl: 'De huurwaarborg betalen', en: 'Paying the deposit', fr: 'Payer la garantie locative', ar: 'دفع ضمان الإيجار', uk: 'Сплата застави за оренду' } },
          { id: 'condition', label: { nl: 'Problemen met de woning: vocht, verwarming, veiligheid', en: 'Problems with the home: damp, heating, safety', fr: 'Problèmes du logement : humidité, chauffage, sécurité', ar: 'مشاكل في المسكن: رطوبة، تدفئة، سلامة', uk: 'Проблеми з житлом: вологість, опалення, безпека' } },
          { id: 'social-home', label: { nl: 'Inschrijven voor een sociale woning', en: 'Registering for social housing', fr: 'S’inscrire pour un logement social', ar: 'التسجيل للحصول على سكن اجتماعي', uk: 'Реєстрація на соціальне житло' } },
          { id: 'energy', label: { nl: 'Elektriciteit, gas en water regelen', en: 'Arranging electricity, gas and water', fr: 'Régler l’électricité, le gaz et l’eau', ar: 'ترتيب الكهرباء والغاز والماء', uk: 'Оформлення електрики, газу та води' } },
        ],
      },
      'own',
    ],
  },
  {
    id: 'work',
    icon: 'briefcase',
    title: { nl: 'Werk', en: 'Work', fr: 'Travail', ar: 'العمل', uk: 'Робота' },
    tell: [
      { nl: 'Inschrijven bij VDAB, en wat VDAB voor je doet.', en: 'Registering with VDAB, and what VDAB does for you.', fr: 'S’inscrire au VDAB, et ce que le VDAB fait pour vous.', ar: 'التسجيل لدى VDAB وما يقدمه لك VDAB.', uk: 'Реєстрація у VDAB і що VDAB робить для вас.' },
      { nl: 'Een diploma van een ander land laten erkennen.', en: 'Having a diploma from another country recognised.', fr: 'Faire reconnaître un diplôme d’un autre pays.', ar: 'معادلة شهادة من بلد آخر.', uk: 'Визнання диплома з іншої країни.' },
    ],
    fields: [
      'explained',
      'understood',
      {
        id: 'needs',
        kind: 'many-of',
        label: { nl: 'Wat heb je nodig?', en: 'What do you need?', fr: 'De quoi avez-vous besoin ?', ar: 'ماذا تحتاج؟', uk: 'Що вам потрібно?' },
        options: [
          { id: 'find-work', label: { nl: 'Werk zoeken', en: 'Finding work', fr: 'Chercher du travail', ar: 'البحث عن عمل', uk: 'Пошук роботи' } },
          { id: 'register', label: { nl: 'Inschrijven bij VDAB', en: 'Registering with VDAB', fr: 'S’inscrire au VDAB', ar: 'التسجيل لدى VDAB', uk: 'Реєстрація у VDAB' } },
          { id: 'diploma', label: { nl: 'Mijn diploma laten erkennen', en: 'Having my diploma recognised', fr: 'Faire reconnaître mon diplôme', ar: 'معادلة شهادتي', uk: 'Визнання мого диплома' } },
          { id: 'training', label: { nl: 'Een opleiding volgen', en: 'Following a training', fr: 'Suivre une formation', ar: 'متابعة تدريب مهني', uk: 'Пройти навчання' } },
          { id: 'rights', label: { nl: 'Vragen over contract of loon', en: 'Questions about contract or wages', fr: 'Questions sur le contrat ou le salaire', ar: 'أسئلة حول العقد أو الأجر', uk: 'Питання про договір або зарплату' } },
          { id: 'own-business', label: { nl: 'Een eigen zaak starten', en: 'Starting a business', fr: 'Créer sa propre entreprise', ar: 'بدء عمل خاص', uk: 'Відкрити власну справу' } },
        ],
      },
      'own',
    ],
  },
  {
    id: 'dutch',
    icon: 'languages',
    title: { nl: 'Nederlands', en: 'Dutch', fr: 'Néerlandais', ar: 'اللغة الهولندية', uk: 'Нідерландська мова' },
    tell: [
      { nl: 'Waar je les volgt, overdag, ’s avonds of online.', en: 'Where to take lessons: in the day, in the evening or online.', fr: 'Où suivre des cours : en journée, le soir ou en ligne.', ar: 'أين تتابع الدروس: نهارًا أو مساءً أو عبر الإنترنت.', uk: 'Де навчатися: вдень, увечері або онлайн.' },
      { nl: 'Waar je Nederlands kan oefenen met anderen.', en: 'Where you can practise Dutch with others.', fr: 'Où pratiquer le néerlandais avec d’autres.', ar: 'أين يمكنك ممارسة الهولندية مع الآخرين.', uk: 'Де можна практикувати нідерландську з іншими.' },
    ],
    fields: [
      'explained',
      'understood',
      {
        id: 'needs',
        kind: 'many-of',
        label: { nl: 'Wat heb je nodig?', en: 'What do you need?', fr: 'De quoi avez-vous besoin ?', ar: 'ماذا تحتاج؟', uk: 'Що вам потрібно?' },
        options: [
          { id: 'course', label: { nl: 'Een cursus Nederlands', en: 'A Dutch course', fr: 'Un cours de néerlandais', ar: 'دورة في اللغة الهولندية', uk: 'Курс нідерландської мови' } },
          { id: 'practice', label: { nl: 'Nederlands oefenen', en: 'Practising Dutch', fr: 'Pratiquer le néerlandais', ar: 'ممارسة اللغة الهولندية', uk: 'Практика нідерландської' } },
          { id: 'read-write', label: { nl: 'Leren lezen en schrijven', en: 'Learning to read and write', fr: 'Apprendre à lire et à écrire', ar: 'تعلم القراءة والكتابة', uk: 'Навчитися читати й писати' } },
          { id: 'childcare-in-class', label: { nl: 'Opvang voor de kinderen tijdens de les', en: 'Care for the children during lessons', fr: 'Garde des enfants pendant les cours', ar: 'رعاية الأطفال أثناء الدروس', uk: 'Догляд за дітьми під час занять' } },
        ],
      },
      'own',
    ],
  },
  {
    id: 'civic-integration',
    icon: 'handshake',
    title: { nl: 'Inburgering', en: 'Civic integration', fr: 'Intégration civique', ar: 'الاندماج المدني', uk: 'Громадянська інтеграція' },
    tell: [
      { nl: 'Wat het inburgeringstraject is, en of je het moet of mag volgen.', en: 'What the civic integration programme is, and whether you must or may follow it.', fr: 'Ce qu’est le parcours d’intégration civique, et si vous devez ou pouvez le suivre.', ar: 'ما هو مسار الاندماج المدني، وهل يجب عليك أو يمكنك متابعته.', uk: 'Що таке програма інтеграції та чи маєте ви її пройти обов’язково або за бажанням.' },
      { nl: 'Waar je je aanmeldt.', en: 'Where to sign up.', fr: 'Où s’inscrire.', ar: 'أين تسجل.', uk: 'Де записатися.' },
    ],
    fields: [
      'explained',
      'understood',
      {
        id: 'needs',
        kind: 'many-of',
        label: { nl: 'Wat heb je nodig?', en: 'What do you need?', fr: 'De quoi avez-vous besoin ?', ar: 'ماذا تحتاج؟', uk: 'Що вам потрібно?' },
        options: [
          { id: 'enrol', label: { nl: 'Aanmelden voor inburgering', en: 'Signing up for civic integration', fr: 'S’inscrire à l’intégration civique', ar: 'التسجيل في الاندماج المدني', uk: 'Записатися на інтеграцію' } },
          { id: 'must-i', label: { nl: 'Weten of ik moet inburgeren', en: 'Knowing whether I must follow it', fr: 'Savoir si je dois le suivre', ar: 'معرفة ما إذا كان الاندماج إلزاميًا لي', uk: 'Дізнатися, чи це обов’язково для мене' } },
          { id: 'certificate', label: { nl: 'Vragen over het attest', en: 'Questions about the certificate', fr: 'Questions sur l’attestation', ar: 'أسئلة حول الشهادة', uk: 'Питання про довідку' } },
          { id: 'network', label: { nl: 'Kennismaken met de buurt en verenigingen', en: 'Getting to know the area and its associations', fr: 'Découvrir le quartier et les associations', ar: 'التعرف على الحي والجمعيات', uk: 'Знайомство з районом і об’єднаннями' } },
        ],
      },
      'own',
    ],
  },
  {
    id: 'school-childcare',
    icon: 'school',
    title: { nl: 'School en kinderopvang', en: 'School and childcare', fr: 'École et accueil des enfants', ar: 'المدرسة ورعاية الأطفال', uk: 'Школа та догляд за дітьми' },
    tell: [
      { nl: 'Kinderen van 5 tot 18 jaar moeten leren. Vanaf 2,5 jaar mogen ze naar school.', en: 'Children from 5 to 18 must learn. From 2.5 years they may go to school.', fr: 'Les enfants de 5 à 18 ans doivent apprendre. À partir de 2,5 ans, ils peuvent aller à l’école.', ar: 'التعليم إلزامي للأطفال من 5 إلى 18 سنة. ويمكنهم الذهاب إلى المدرسة من عمر سنتين ونصف.', uk: 'Діти від 5 до 18 років мають навчатися. З 2,5 років вони можуть ходити до школи.' },
      { nl: 'Inschrijven in een school of de opvang, en wat het kost.', en: 'Enrolling at a school or in childcare, and what it costs.', fr: 'S’inscrire dans une école ou à l’accueil, et combien cela coûte.', ar: 'التسجيل في مدرسة أو حضانة، والتكلفة.', uk: 'Запис до школи чи садка та скільки це коштує.' },
    ],
    fields: [
      'explained',
      'understood',
      {
        id: 'needs',
        kind: 'many-of',
        label: { nl: 'Wat heb je nodig?', en: 'What do you need?', fr: 'De quoi avez-vous besoin ?', ar: 'ماذا تحتاج؟', uk: 'Що вам потрібно?' },
        options: [
          { id: 'enrol-school', label: { nl: 'Een kind inschrijven op school', en: 'Enrolling a child at school', fr: 'Inscrire un enfant à l’école', ar: 'تسجيل طفل في المدرسة', uk: 'Записати дитину до школи' } },
          { id: 'childcare', label: { nl: 'Kinderopvang zoeken', en: 'Finding childcare', fr: 'Chercher un accueil pour les enfants', ar: 'البحث عن رعاية للأطفال', uk: 'Пошук догляду за дітьми' } },
          { id: 'school-costs', label: { nl: 'Schoolkosten en toelage', en: 'School costs and allowance', fr: 'Frais scolaires et allocation', ar: 'تكاليف المدرسة والمنحة', uk: 'Шкільні витрати та допомога' } },
          { id: 'homework', label: { nl: 'Hulp bij huiswerk', en: 'Help with homework', fr: 'Aide aux devoirs', ar: 'مساعدة في الواجبات المدرسية', uk: 'Допомога з домашніми завданнями' } },
          { id: 'talk-to-school', label: { nl: 'Praten met de school', en: 'Talking with the school', fr: 'Parler avec l’école', ar: 'التحدث مع المدرسة', uk: 'Розмова зі школою' } },
        ],
      },
      'own',
    ],
  },
];
