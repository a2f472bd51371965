/** A common name in the spellings that desks write it in, and in its own script. Joined at random: nobody is meant. */
export interface CommonName {
  spellings: readonly string[];
  other: string;
  script: 'Arab' | 'Cyrl' | 'Ethi';
}

const arab = (other: string, ...spellings: string[]): CommonName => ({ spellings, other, script: 'Arab' });
const cyrl = (other: string, ...spellings: string[]): CommonName => ({ spellings, other, script: 'Cyrl' });
const ethi = (other: string, ...spellings: string[]): CommonName => ({ spellings, other, script: 'Ethi' });

/** Families of one script bear given names of that script, in the same place of the list. */
export const commonGivens: readonly (readonly CommonName[])[] = [
  [
    arab('محمد', 'Mohamed', 'Mohammad', 'Muhammad', 'Mohammed'), arab('أحمد', 'Ahmad', 'Ahmed', 'Achmed'), arab('يوسف', 'Yousef', 'Joesoef', 'Yusuf', 'Youssef'), arab('حسين', 'Hussein', 'Hossein', 'Husain'), arab('حسن', 'Hassan', 'Hasan'),
    arab('فاطمة', 'Fatima', 'Fatimah'), arab('زهرة', 'Zahra', 'Zahrah'), arab('خالد', 'Khaled', 'Khalid'), arab('كريم', 'Karim', 'Kareem'), arab('مريم', 'Maryam', 'Mariam'), arab('علي', 'Ali', 'Aly'), arab('رضا', 'Reza', 'Rida'),
  ],
  [cyrl('Олена', 'Olena', 'Elena'), cyrl('Олександр', 'Oleksandr', 'Alexander'), cyrl('Юлія', 'Yuliia', 'Julia'), cyrl('Ірина', 'Iryna', 'Irina'), cyrl('Володимир', 'Volodymyr', 'Vladimir'), cyrl('Наталія', 'Nataliia', 'Natalia')],
  [ethi('ተስፋይ', 'Tesfay', 'Tesfai'), ethi('ሃይለ', 'Haile', 'Hayle'), ethi('ዮናስ', 'Yonas', 'Jonas'), ethi('ገብረመድህን', 'Gebremedhin', 'Gebremedhn')],
];
export const commonFamilies: readonly (readonly CommonName[])[] = [
  [arab('كريمي', 'Karimi', 'Kareemi'), arab('الخطيب', 'Al-Khatib', 'El Khatib', 'Alkhatib'), arab('حيدري', 'Haidari', 'Haydari'), arab('رحيمي', 'Rahimi', 'Raheemi'), arab('صالح', 'Saleh', 'Salih'), arab('منصوري', 'Mansouri', 'Mansuri')],
  [cyrl('Шевченко', 'Shevchenko', 'Sjevtsjenko'), cyrl('Коваленко', 'Kovalenko', 'Kowalenko'), cyrl('Ткачук', 'Tkachuk', 'Tkatsjoek'), cyrl('Бондаренко', 'Bondarenko')],
  [ethi('በርሃነ', 'Berhane', 'Birhane'), ethi('ኪዳነ', 'Kidane')],
];
