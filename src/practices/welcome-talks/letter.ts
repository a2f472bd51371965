import type { BlueprintData } from '../../engines/cases/part.ts';

/** The invitation. Dutch is the source; each translation says the same and no more. */
export const invitation: BlueprintData['trajectory']['invitation'] = {
  subject: {
    nl: 'Uitnodiging voor een welkomstgesprek',
    en: 'Invitation to a welcome talk',
    fr: 'Invitation à un entretien de bienvenue',
    ar: 'دعوة إلى لقاء ترحيبي',
    uk: 'Запрошення на вітальну розмову',
  },
  greeting: {
    nl: 'Beste {family}',
    en: 'Dear {family}',
    fr: 'Cher/Chère {family},',
    ar: 'السيد/السيدة {family}، تحية طيبة،',
    uk: 'Шановна родино {family}!',
  },
  paragraphs: [
    {
      nl: 'Welkom! Je woont nog niet zo lang hier. {authority} wil je graag leren kennen en je op weg helpen. Daarom nodigen we je uit voor een gesprek.',
      en: 'Welcome! You have not lived here for long. {authority} would like to get to know you and help you find your way. That is why we invite you to a talk.',
      fr: 'Bienvenue ! Vous habitez ici depuis peu. {authority} souhaite faire votre connaissance et vous aider à trouver votre chemin. C’est pourquoi nous vous invitons à un entretien.',
      ar: 'أهلاً وسهلاً! أنتم تسكنون هنا منذ وقت قصير. ترغب {authority} في التعرف عليكم ومساعدتكم في البداية. لذلك ندعوكم إلى لقاء.',
      uk: 'Ласкаво просимо! Ви живете тут ще недовго. {authority} хоче познайомитися з вами та допомогти вам зорієнтуватися. Тому ми запрошуємо вас на розмову.',
    },
    {
      nl: 'Het gesprek is op {day} om {time}. Het duurt ongeveer {minutes} minuten. Plaats: {place}.',
      en: 'The talk is on {day} at {time}. It takes about {minutes} minutes. Place: {place}.',
      fr: 'L’entretien a lieu le {day} à {time}. Il dure environ {minutes} minutes. Lieu : {place}.',
      ar: 'موعد اللقاء: {day} الساعة {time}. مدته حوالي {minutes} دقيقة. المكان: {place}.',
      uk: 'Розмова відбудеться {day} о {time}. Вона триває приблизно {minutes} хвилин. Місце: {place}.',
    },
    {
      nl: 'Je spreekt met {guide}. We praten over wonen, werk, Nederlands leren, inburgering, school en kinderopvang, vrije tijd, gezondheid, geld en papieren, en afval. Je mag alles vragen. Het gesprek is gratis.',
      en: 'You will speak with {guide}. We talk about housing, work, learning Dutch, civic integration, school and childcare, leisure, health, money and papers, and waste. You may ask anything. The talk is free.',
      fr: 'Vous parlerez avec {guide}. Nous parlerons du logement, du travail, de l’apprentissage du néerlandais, de l’intégration civique, de l’école et de l’accueil des enfants, des loisirs, de la santé, de l’argent et des papiers, et des déchets. Vous pouvez tout demander. L’entretien est gratuit.',
      ar: 'ستتحدثون مع {guide}. سنتحدث عن السكن والعمل وتعلم الهولندية والاندماج المدني والمدرسة ورعاية الأطفال وأوقات الفراغ والصحة والمال والأوراق والنفايات. يمكنكم أن تسألوا عن أي شيء. اللقاء مجاني.',
      uk: 'Ви говоритимете з {guide}. Ми поговоримо про житло, роботу, вивчення нідерландської мови, громадянську інтеграцію, школу та догляд за дітьми, дозвілля, здоров’я, гроші й документи, а також про відходи. Ви можете запитувати про все. Розмова безкоштовна.',
    },
    {
      nl: 'Scan de code op deze brief met je telefoon. Zo laat je weten dat je komt, of vraag je een ander moment.',
      en: 'Scan the code on this letter with your phone. That way you let us know that you are coming, or ask for another moment.',
      fr: 'Scannez le code sur cette lettre avec votre téléphone. Ainsi, vous confirmez votre venue ou vous demandez un autre moment.',
      ar: 'امسحوا الرمز الموجود على هذه الرسالة بهاتفكم. هكذا تخبروننا بأنكم ستحضرون، أو تطلبون موعدًا آخر.',
      uk: 'Відскануйте код на цьому листі телефоном. Так ви повідомите, що прийдете, або попросите інший час.',
    },
  ],
  closing: { nl: 'Tot binnenkort', en: 'See you soon', fr: 'À bientôt', ar: 'إلى اللقاء قريبًا', uk: 'До зустрічі' },
};
