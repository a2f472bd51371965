import type { BlueprintData } from '../../engines/cases/part.ts';

/** A made-up practice that uses every part once, for the engines' own tests. Never offered to anyone. */
export const blueprint: BlueprintData = {
  id: 'kitchen-sink',
  version: 1,
  title: { nl: 'Proefkeuken', en: 'Test kitchen' },
  about: { nl: 'Een verzonnen praktijk die alles één keer gebruikt.', en: 'A made-up practice that uses everything once.' },
  source: { nl: 'Verzonnen', en: 'Made up' },
  questionnaires: [
    {
      id: 'visit',
      title: { nl: 'Bezoek', en: 'Visit', fr: 'Visite', ar: 'زيارة', uk: 'Візит' },
      shared: [{ id: 'own', kind: 'words', label: { nl: 'In eigen woorden', en: 'In own words', fr: 'En vos mots', ar: 'بكلماتك', uk: 'Своїми словами' }, maximum: 20 }],
      pages: [
        {
          id: 'kitchen',
          title: { nl: 'Keuken', en: 'Kitchen', fr: 'Cuisine', ar: 'مطبخ', uk: 'Кухня' },
          icon: 'house',
          tell: [{ nl: 'Zo werkt het fornuis.', en: 'This is how the stove works.', fr: 'Voici comment marche la cuisinière.', ar: 'هكذا يعمل الموقد.', uk: 'Ось як працює плита.' }],
          fields: [
            {
              id: 'needs',
              kind: 'many-of',
              label: { nl: 'Wat ontbreekt er?', en: 'What is missing?', fr: 'Que manque-t-il ?', ar: 'ما الناقص؟', uk: 'Чого бракує?' },
              options: [
                { id: 'spoon', label: { nl: 'Een lepel', en: 'A spoon', fr: 'Une cuillère', ar: 'ملعقة', uk: 'Ложка' } },
                { id: 'pan', label: { nl: 'Een pan', en: 'A pan', fr: 'Une poêle', ar: 'مقلاة', uk: 'Сковорода' } },
              ],
            },
            'own',
          ],
        },
        {
          id: 'spoons',
          title: { nl: 'Lepels', en: 'Spoons', fr: 'Cuillères', ar: 'ملاعق', uk: 'Ложки' },
          askWhen: 'list contains(kitchen.needs, "spoon")',
          fields: [{ id: 'number', kind: 'number', label: { nl: 'Hoeveel?', en: 'How many?', fr: 'Combien ?', ar: 'كم؟', uk: 'Скільки?' }, from: 1, to: 12 }],
        },
        { id: 'summary', kind: 'read-back', title: { nl: 'Overlopen', en: 'Going over it', fr: 'Relire', ar: 'مراجعة', uk: 'Перегляд' } },
        {
          id: 'end',
          title: { nl: 'Besluit', en: 'Conclusion', fr: 'Conclusion', ar: 'الخلاصة', uk: 'Висновок' },
          fields: [
            {
              id: 'verdict',
              kind: 'one-of',
              label: { nl: 'Hoe verder?', en: 'How to go on?', fr: 'Comment continuer ?', ar: 'كيف نتابع؟', uk: 'Що далі?' },
              options: [
                { id: 'come-back', label: { nl: 'Terugkomen', en: 'Come back', fr: 'Revenir', ar: 'العودة', uk: 'Повернутися' } },
                { id: 'done', label: { nl: 'Klaar', en: 'Done', fr: 'Terminé', ar: 'انتهى', uk: 'Готово' } },
              ],
              suggest: [
                { when: 'spoons.number > 6', choose: 'come-back', because: { nl: 'Er ontbreken veel lepels.', en: 'Many spoons are missing.' } },
                { when: 'true', choose: 'done', because: { nl: 'Er ontbreekt weinig.', en: 'Little is missing.' } },
              ],
            },
          ],
        },
      ],
    },
  ],
  trajectory: {
    subject: 'household',
    opens: { on: 'hand' },
    stages: [
      {
        id: 'before',
        name: { nl: 'Vooraf', en: 'Before' },
        tasks: [
          { id: 'plan', kind: 'appointment', name: { nl: 'Afspreken', en: 'Arrange' } },
          { id: 'letter', kind: 'invitation', name: { nl: 'Brief', en: 'Letter' }, isRequired: false, entry: [{ on: [{ item: 'plan', event: 'complete' }] }] },
        ],
        exit: [{ on: [{ item: 'seen', event: 'occur' }] }],
      },
      {
        id: 'during',
        name: { nl: 'Tijdens', en: 'During' },
        tasks: [{ id: 'visit', kind: 'questionnaire', questionnaire: 'visit', name: { nl: 'Bezoek', en: 'Visit' } }],
      },
      {
        id: 'after',
        name: { nl: 'Achteraf', en: 'After' },
        entry: [{ on: [{ item: 'visit', event: 'complete' }], if: 'visit.end.verdict = "come-back"' }],
        tasks: [{ id: 'again', kind: 'appointment', name: { nl: 'Opnieuw afspreken', en: 'Arrange again' } }],
      },
    ],
    milestones: [
      { id: 'seen', name: { nl: 'Gezien', en: 'Seen' }, entry: [{ on: [{ item: 'during', event: 'complete' }] }] },
      { id: 'served', name: { nl: 'Bediend', en: 'Served' }, entry: [{ on: [{ item: 'after', event: 'complete' }] }, { on: [{ item: 'seen', event: 'occur' }], if: 'visit.end.verdict != "come-back"' }] },
    ],
    clocks: [
      {
        id: 'serving',
        name: { nl: 'Bedienen', en: 'Serving' },
        starts: 'opening',
        stops: 'served',
        duration: 'P1M',
        soon: 'P1W',
        rule: { nl: 'Iedereen is binnen een maand bediend.', en: 'Everyone is served within a month.' },
        source: { nl: 'Verzonnen', en: 'Made up' },
      },
    ],
    completes: { milestone: 'served', outcome: 'served' },
    closings: [{ id: 'left', name: { nl: 'Vertrokken', en: 'Left' } }],
    minutes: 30,
    invitation: {
      subject: { nl: 'Kom eten', en: 'Come and eat', fr: 'Venez manger', ar: 'تعالوا للطعام', uk: 'Приходьте їсти' },
      greeting: { nl: 'Dag {family}', en: 'Hello {family}', fr: 'Bonjour {family}', ar: 'مرحبا {family}', uk: 'Вітаємо, {family}' },
      paragraphs: [{ nl: 'Op {day} om {time}.', en: 'On {day} at {time}.', fr: 'Le {day} à {time}.', ar: 'يوم {day} الساعة {time}.', uk: '{day} о {time}.' }],
      closing: { nl: 'Smakelijk', en: 'Enjoy', fr: 'Bon appétit', ar: 'بالهناء', uk: 'Смачного' },
    },
    talk: { task: 'visit', needs: 'needs', ownWords: 'own', themes: { kitchen: 'housing' } },
  },
};
