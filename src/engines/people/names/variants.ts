import type { PartialDate } from '../person.ts';

type Written = readonly [name: string, birth: string];
export type VariantPair = readonly [Written, Written, why: string];

/** '1988-02-03', '1988-02', '1988' or ''. */
export function parsePartial(text: string): PartialDate | null {
  const [year, month, day] = text.split('-').map(Number);
  return text === '' ? null : { year: year!, month: month ?? null, day: day ?? null };
}

/** One person each, written down twice. All are made up. */
export const same: VariantPair[] = [
  [['Yousef Al-Khatib', '1985-06-14'], ['Joesoef Alkhatib', '1985-06-14'], 'spelling'],
  [['Youssef Haddad', '1985-06-14'], ['Yusuf Hadad', '1985-06-14'], 'spelling'],
  [['Mohamed Karimi', '1990-03-02'], ['محمد كريمي', '1990-03-02'], 'Arabic script'],
  [['Mohammad Karimi', '1990-03-02'], ['محمد کریمی', '1990-03-02'], 'Persian script'],
  [['Fatima Zahra Benali', '1992-11-05'], ['Fatimah Benali', '1992-11-05'], 'second name left out'],
  [['فاطمة الزهراء', '1992-11-05'], ['Fatima Azzahra', '1992-11-05'], 'Arabic script, article melted'],
  [['Abdel Rahman Saleh', '1979-07-21'], ['Abderrahmane Saleh', '1979-07-21'], 'servant'],
  [['عبد الرحمن صالح', '1979-07-21'], ['Abdulrahman Saleh', '1979-07-21'], 'servant, Arabic script'],
  [['Abdullah Noori', '1988-08-08'], ['عبدالله نوري', '1988-08-08'], 'servant in one word'],
  [['Nour Eddine Mansouri', '1971-04-30'], ['Noureddine Mansouri', '1971-04-30'], 'eddine'],
  [['Khaled Hussein Omar', '1983-05-19'], ['Omar Khalid Husain', '1983-05-19'], 'order and spelling'],
  [['Hossein Rezaei', '1977-02-11'], ['حسین رضایی', '1977-02-11'], 'Persian'],
  [['Gholam Reza Ahmadi', '1966-12-01'], ['Golamreza Ahmadi', '1966-12-01'], 'two words as one'],
  [['Zahra Mohammadi', '2001-01-01'], ['Zahra Mohammadi', '2001-09-14'], '1 January'],
  [['Aziz Ullah Popal', '1995-01-01'], ['Azizullah Popal', '1995'], '1 January and a year'],
  [['Ahmad Zia Karimi', '1994-10-10'], ['Ahmad Karimi', '1994-10-10'], 'name left out'],
  [['Olena Shevchenko', '1979-11-30'], ['Олена Шевченко', '1979-11-30'], 'Cyrillic'],
  [['Oleksandr Kovalenko', '1969-03-17'], ['Александр Коваленко', '1969-03-17'], 'in Russian'],
  [['Yuliia Bondarenko', '1998-06-06'], ['Julia Bondarenko', '1998-06-06'], 'spelling'],
  [['Volodymyr Petrovych Melnyk', '1958-09-23'], ['Volodymyr Melnyk', '1958-09-23'], 'patronymic left out'],
  [['Володимир Петрович Мельник', '1958-09-23'], ['Volodymyr Melnyk', '1958-09-23'], 'patronymic, Cyrillic'],
  [['Serhii Tkachuk', '1987-12-04'], ['Sergiy Tkachuk', '1987-12-04'], 'spelling'],
  [['Nataliia Hrytsenko', '1990-02-28'], ['Natalia Gritsenko', '1990-02-28'], 'Ukrainian and Russian spelling'],
  [['Gebremedhin Tesfay', '1991-09-11'], ['ገብረመድህን ተስፋይ', '1991-09-11'], 'Ge’ez script'],
  [['Gebre Medhin Tesfai', '1991-09-11'], ['Gebremedhin Tesfay', '1991-09-11'], 'two words as one'],
  [['Haile Berhane', '1989-05-24'], ['ሃይለ በርሃነ', '1989-05-24'], 'Ge’ez script'],
  [['Yonas Kidane', '1993-03-03'], ['Jonas Kidane', '1993-03-03'], 'Dutch j'],
  [['Amina Warsame Ali', '1996-04-18'], ['Aamina Warsame Cali', '1996-04-18'], 'Somali spelling'],
  [['Maxamed Cabdi Nuur', '1984-08-29'], ['Mohamed Abdi Nur', '1984-08-29'], 'Somali letters'],
  [['Ayşe Yılmaz', '1975-10-02'], ['Ayse Yilmaz', '1975-10-02'], 'Turkish letters'],
  [['Mehmet Şahin', '1982-01-20'], ['Mehmet Sahin', '1982-01-20'], 'Turkish letters'],
  [['Şîlan Kobanî', '2000-03-21'], ['Shilan Kobani', '2000-03-21'], 'Kurdish letters'],
  [['Nguyễn Thị Hoa', '1986-07-07'], ['Hoa Nguyen Thi', '1986-07-07'], 'order and accents'],
  [['Mariam Diallo', '1997-05-05'], ['Mariama Dialo', '1997-05-05'], 'a letter more and less'],
  [['Zhala Hama Rashid', '1999-12-12'], ['Jala Hama Rasheed', '1999-12-12'], 'Sorani spelling'],
  [['Tesfalem Okbay', '1992-07-03'], ['Tesfalem Okbay', '1992-03-07'], 'day and month turned round'],
  [['Rahel Mebrahtu', '1990-10-15'], ['Rahel Mebrahtu', '1990-10-16'], 'day misread'],
  [['Fahima', '1999-04-06'], ['Faheema', '1999-04-06'], 'one name only'],
  [['Najibullah', '1988-01-01'], ['Najib Ullah', '1988-01-01'], 'one name, 1 January'],
  [['Karim Zaheri', '1991-02-14'], ['Karmi Zaheri', '1991-02-14'], 'letters changed of place'],
  [['Iryna Lysenko', '1985-05-01'], ['Irina Lisenko', '1985-05-01'], 'spelling'],
  [['Dawit Habtom', '1994-06-30'], ['David Habtom', '1994-06-30'], 'v and w'],
];

/** Two people each. */
export const different: VariantPair[] = [
  [['Hassan Karimi', '1990-05-06'], ['Hussein Karimi', '1990-05-06'], 'twins'],
  [['حسن كريمي', '1990-05-06'], ['حسين كريمي', '1990-05-06'], 'twins, in Arabic'],
  [['Omar Haidari', '1985-02-03'], ['Jamal Haidari', '1987-04-05'], 'brothers'],
  [['Mohamed Ali', '1990-01-01'], ['Mohamed Ali', '1987-06-06'], 'a common name'],
  [['Mohamed Ali', '1990-03-04'], ['Mohamed Ali', '1990-08-19'], 'a common name, one year'],
  [['Fatima Hassan', '1988-04-04'], ['Amina Hassan', '1988-04-04'], 'one day, one family name'],
  [['Ahmad Karimi', '1994-10-10'], ['Hamid Karimi', '1994-10-10'], 'Ahmad and Hamid'],
  [['Layla Noor', '2001-02-02'], ['Lina Noor', '2001-02-02'], 'sisters of one age'],
  [['Olena Kovalenko', '1979-11-30'], ['Olha Kovalenko', '1979-11-30'], 'Olena and Olha'],
  [['Oleksandr Shevchenko', '1969-03-17'], ['Oleksandra Petrenko', '1969-03-17'], 'one first name'],
  [['Tesfay Haile', '1991-04-04'], ['Tesfay Kidane', '1991-04-04'], 'other father'],
  [['Yonas Berhe', '1993-03-03'], ['Selam Berhe', '1993-03-03'], 'one father'],
  [['Abdullah Saleh', '1979-07-21'], ['Abdulaziz Saleh', '1979-07-21'], 'two servants'],
  [['Zahra Mohammadi', '2001-01-01'], ['Zahra Mohammadi', '1977-01-01'], 'grandmother'],
  [['Karim Zaheri', '1990-05-06'], ['Akram Zaheri', '1990-05-06'], 'Karim and Akram'],
  [['Ahmed', '1999-04-06'], ['Hamed', '1999-04-06'], 'one name each'],
  [['Mariam Diallo', '1997-05-05'], ['Fatou Diallo', '1997-05-05'], 'sisters'],
  [['Nguyễn Văn An', '1986-07-07'], ['Nguyễn Thị Hoa', '1986-07-07'], 'a very common family name'],
  [['Amina Warsame', '1996-04-18'], ['Yusuf Warsame', '2015-04-18'], 'mother and son'],
  [['Ali Reza', '1980-09-09'], ['Gholam Reza', '1980-09-09'], 'half a name'],
];
