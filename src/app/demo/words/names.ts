/** A word of a name in Latin letters, and as it is written at home where that is another script. */
export type NameWord = readonly [latin: string, native?: string];

/**
 * How people are named somewhere. 'given-family': a name and a family's name. 'patronymic': a name and the father's, which is no
 * family's name. 'chain': a name, the father's and the grandfather's. 'single': one name and no other.
 */
export type NameShape = 'given-family' | 'patronymic' | 'chain' | 'single' | 'with-middle';

export interface NameList {
  /** ISO 15924; left out where it is Latin. */
  script?: string;
  shapes: Readonly<Partial<Record<NameShape, number>>>;
  women: readonly NameWord[];
  men: readonly NameWord[];
  families: readonly NameWord[];
  /** The family's name as a woman bears it, where that differs. */
  forWoman?: (family: NameWord) => NameWord;
  /** The middle name after a father's: "Петрівна". */
  middles?: { women: readonly NameWord[]; men: readonly NameWord[] };
}

/** Every beginning with every ending. */
export function joined(beginnings: readonly NameWord[], endings: readonly NameWord[]): NameWord[] {
  return beginnings.flatMap(([latin, native]) => endings.map(([end, nativeEnd]): NameWord => (native ? [latin + end, native + (nativeEnd ?? '')] : [latin + end])));
}

/** Families named after gardens, bridges and rivers: common words, no one's name in particular. */
const arabicFamilies: NameWord[] = [
  ['Al-Bustan', 'البستان'], ['Al-Jisr', 'الجسر'], ['Al-Nahr', 'النهر'], ['Al-Zaytun', 'الزيتون'], ['Al-Yasmin', 'الياسمين'], ['Al-Qamar', 'القمر'], ['Al-Rihan', 'الريحان'],
  ['Al-Tariq', 'الطريق'], ['Al-Midan', 'الميدان'], ['Al-Wadi', 'الوادي'], ['Al-Najm', 'النجم'], ['Al-Rumman', 'الرمان'], ['Al-Sahl', 'السهل'], ['Al-Burtuqal', 'البرتقال'],
  ['Al-Naqqar', 'النقار'], ['Al-Mizan', 'الميزان'], ['Al-Sunbul', 'السنبل'], ['Al-Fanar', 'الفنار'], ['Al-Tut', 'التوت'], ['Al-Nawras', 'النورس'],
];

export const arabic: NameList = {
  script: 'Arab',
  shapes: { 'given-family': 78, chain: 20, single: 2 },
  women: [
    ['Amira', 'أميرة'], ['Rima', 'ريما'], ['Lina', 'لينا'], ['Huda', 'هدى'], ['Salma', 'سلمى'], ['Nour', 'نور'], ['Fatima', 'فاطمة'], ['Zeinab', 'زينب'], ['Maryam', 'مريم'], ['Hanan', 'حنان'],
    ['Rania', 'رانيا'], ['Iman', 'إيمان'], ['Samira', 'سميرة'], ['Layla', 'ليلى'], ['Dalal', 'دلال'], ['Khadija', 'خديجة'],
  ],
  men: [
    ['Yousef', 'يوسف'], ['Omar', 'عمر'], ['Khaled', 'خالد'], ['Hassan', 'حسن'], ['Ali', 'علي'], ['Mahmoud', 'محمود'], ['Karim', 'كريم'], ['Bilal', 'بلال'], ['Samir', 'سمير'], ['Nabil', 'نبيل'],
    ['Abd al-Rahman', 'عبد الرحمن'], ['Ibrahim', 'إبراهيم'], ['Tarek', 'طارق'], ['Faris', 'فارس'], ['Nour al-Din', 'نور الدين'], ['Mohamed', 'محمد'],
  ],
  families: arabicFamilies,
};

const ukrainianStems: NameWord[] = [
  ['Mostov', 'Мостов'], ['Rich', 'Річ'], ['Kalyn', 'Калин'], ['Vyshn', 'Вишн'], ['Yavor', 'Явор'], ['Dibrov', 'Дібров'], ['Step', 'Степ'], ['Hai', 'Гай'], ['Lystop', 'Листоп'], ['Zor', 'Зор'],
];

export const ukrainian: NameList = {
  script: 'Cyrl',
  shapes: { 'with-middle': 62, 'given-family': 38 },
  women: [
    ['Olena', 'Олена'], ['Oksana', 'Оксана'], ['Iryna', 'Ірина'], ['Nataliia', 'Наталія'], ['Yuliia', 'Юлія'], ['Hanna', 'Ганна'], ['Sofiia', 'Софія'], ['Daryna', 'Дарина'], ['Liudmyla', 'Людмила'],
    ['Svitlana', 'Світлана'], ['Zlata', 'Злата'], ['Mariia', 'Марія'],
  ],
  men: [['Petro', 'Петро'], ['Ivan', 'Іван'], ['Taras', 'Тарас'], ['Bohdan', 'Богдан'], ['Andrii', 'Андрій'], ['Mykola', 'Микола'], ['Oleh', 'Олег'], ['Yurii', 'Юрій'], ['Maksym', 'Максим'], ['Danylo', 'Данило']],
  families: joined(ukrainianStems, [['enko', 'енко'], ['chuk', 'чук'], ['ak', 'ак']]),
  middles: {
    women: [['Petrivna', 'Петрівна'], ['Ivanivna', 'Іванівна'], ['Tarasivna', 'Тарасівна'], ['Mykolaivna', 'Миколаївна'], ['Yuriivna', 'Юріївна']],
    men: [['Petrovych', 'Петрович'], ['Ivanovych', 'Іванович'], ['Tarasovych', 'Тарасович'], ['Mykolaiovych', 'Миколайович'], ['Yuriiovych', 'Юрійович']],
  },
};

export const afghan: NameList = {
  script: 'Arab',
  shapes: { single: 46, 'given-family': 54 },
  women: [['Zarmina', 'زرمینه'], ['Shabnam', 'شبنم'], ['Parwana', 'پروانه'], ['Laila', 'لیلا'], ['Nasrin', 'نسرین'], ['Gulnar', 'گلنار'], ['Palwasha', 'پلوشه'], ['Mina', 'مینا'], ['Sahar', 'سحر'], ['Roya', 'رویا']],
  men: [
    ['Zalmai', 'زلمی'], ['Rahim', 'رحیم'], ['Farhad', 'فرهاد'], ['Najib', 'نجیب'], ['Habibullah', 'حبیب‌الله'], ['Jawad', 'جواد'], ['Esmat', 'عصمت'], ['Mirwais', 'میرویس'], ['Sharif', 'شریف'], ['Gul Agha', 'گل آغا'],
    ['Naqib', 'نقیب'], ['Yar Mohammad', 'یارمحمد'],
  ],
  families: joined(
    [['Gulistan', 'گلستان'], ['Kohsar', 'کوهسار'], ['Bahar', 'بهار'], ['Darya', 'دریا'], ['Angur', 'انگور'], ['Sapidar', 'سپیدار'], ['Chenar', 'چنار'], ['Setara', 'ستاره']],
    [['zai', 'زی'], ['i', 'ی']],
  ),
};

/** Both countries name a child after its father: there is no family name. */
const horn = {
  women: [['Selam', 'ሰላም'], ['Saba', 'ሳባ'], ['Letensea', 'ለተንስኤ'], ['Rahwa', 'ራህዋ'], ['Feven', 'ፌቨን'], ['Winta', 'ዊንታ'], ['Mihret', 'ምህረት'], ['Tirhas', 'ትርሓስ'], ['Senait', 'ሰናይት'], ['Hiwet', 'ሂወት']],
  men: [
    ['Tesfay', 'ተስፋይ'], ['Yonas', 'ዮናስ'], ['Filmon', 'ፊልሞን'], ['Berhane', 'ብርሃነ'], ['Haile', 'ሃይለ'], ['Kidane', 'ኪዳነ'], ['Mehari', 'መሓሪ'], ['Tekle', 'ተክለ'], ['Dawit', 'ዳዊት'], ['Robel', 'ሮቤል'], ['Gebre', 'ገብረ'],
    ['Abraham', 'አብርሃም'],
  ],
} as const satisfies Pick<NameList, 'women' | 'men'>;

export const eritrean: NameList = { script: 'Ethi', shapes: { patronymic: 55, chain: 45 }, ...horn, families: horn.men };
