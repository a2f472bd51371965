import { joined, type NameList, type NameWord } from './names.ts';

const plain = (words: string): NameWord[] => words.split(' ').map((word): NameWord => [word]);

const somaliMen = plain('Abdi Warsame Guled Liban Faarax Cumar Jaamac Mahad Yuusuf Xasan Bile Samatar');

export const somali: NameList = {
  shapes: { chain: 88, single: 12 },
  women: plain('Hodan Ifrah Sagal Ladan Asli Fadumo Hibo Idil Nasteexo Deqa'),
  men: somaliMen,
  families: somaliMen,
};

export const turkish: NameList = {
  shapes: { 'given-family': 100 },
  women: plain('Elif Zeynep Ayşe Sevgi Derya Gül Melek Pınar Nur Esra'),
  men: plain('Mehmet Emre Can Murat Ozan Deniz Kaan Hakan Yusuf Serkan'),
  families: joined(plain('Ak Kara Gök Yeşil Boz'), plain('köprü çınar ırmak bahçe pınar söğüt')),
};

export const romanian: NameList = {
  shapes: { 'given-family': 92, 'with-middle': 8 },
  women: plain('Ioana Elena Mihaela Andreea Daniela Raluca Simona Larisa Florica Bianca'),
  men: plain('Andrei Ion Mihai Florin Marius Gabriel Vlad Cosmin Sorin Denis'),
  families: joined(plain('Pod Liv Râur Munt Vier Izvor Plop'), plain('escu eanu ariu')),
  middles: { women: plain('Maria Ana'), men: plain('Ștefan Alexandru') },
};

/** A woman's name ends in -a: Мостов and Мостова are one family. */
export const bulgarian: NameList = {
  script: 'Cyrl',
  shapes: { 'given-family': 60, 'with-middle': 40 },
  women: [['Elena', 'Елена'], ['Desislava', 'Десислава'], ['Radka', 'Радка'], ['Ivanka', 'Иванка'], ['Zornitsa', 'Зорница'], ['Stanka', 'Станка'], ['Vesela', 'Весела'], ['Mariya', 'Мария']],
  men: [['Georgi', 'Георги'], ['Dimitar', 'Димитър'], ['Stoyan', 'Стоян'], ['Nikolay', 'Николай'], ['Krasimir', 'Красимир'], ['Plamen', 'Пламен'], ['Asen', 'Асен'], ['Mitko', 'Митко']],
  families: joined([['Most', 'Мост'], ['Rechn', 'Речн'], ['Cheresh', 'Череш'], ['Polyan', 'Полян'], ['Izvor', 'Извор'], ['Kamen', 'Камен']], [['ov', 'ов'], ['ev', 'ев']]),
  forWoman: ([latin, native]) => [`${latin}a`, `${native}а`],
  middles: { women: [['Georgieva', 'Георгиева'], ['Stoyanova', 'Стоянова'], ['Asenova', 'Асенова']], men: [['Georgiev', 'Георгиев'], ['Stoyanov', 'Стоянов'], ['Asenov', 'Асенов']] },
};

export const congolese: NameList = {
  shapes: { 'given-family': 70, 'with-middle': 30 },
  women: plain('Grâce Béatrice Merveille Espérance Divine Chantal Naomie Josée Rachel Gloire'),
  men: plain('Patrick Héritier Dieudonné Jonathan Trésor Christian Exaucé Glody Fiston Moïse'),
  families: joined(plain('Mbo Kala Tshi Lu Ngo Ki Ma'), plain('ndolo lunga bamba sengi')),
  middles: { women: plain('Furaha Ngalula Mapendo'), men: plain('Ilunga Kitoko Mbuyi') },
};

export const polish: NameList = {
  shapes: { 'given-family': 100 },
  women: plain('Anna Katarzyna Agnieszka Małgorzata Zofia Ewa Magdalena Hanna'),
  men: plain('Piotr Krzysztof Tomasz Paweł Jakub Marek Wojciech Kacper'),
  families: joined(plain('Most Brzoz Jezior Lipow Polan'), plain('kiewicz czak ecki')),
  forWoman: ([latin]) => [latin.replace(/ecki$/, 'ecka')],
};

export const portuguese: NameList = {
  shapes: { 'given-family': 45, 'with-middle': 55 },
  women: plain('Beatriz Ana Mariana Catarina Luana Inês Larissa Rosa'),
  men: plain('João Tiago Rafael Pedro Bruno Miguel Diogo Mateus'),
  families: joined(plain('Ribeiro Ponte Figueira Campo'), plain('verde longo belo mar')),
  middles: { women: plain('Conceição Luz'), men: plain('Francisco Henrique') },
};

export const indian: NameList = {
  shapes: { 'given-family': 80, single: 20 },
  women: plain('Priya Anjali Lakshmi Kavita Neha Simran'),
  men: plain('Arjun Rahul Vikram Gurpreet Sanjay Anil'),
  families: joined(plain('Nadi Phul Setu Van'), plain('wala kar pur')),
};

export const ghanaian: NameList = {
  shapes: { 'given-family': 60, 'with-middle': 40 },
  women: plain('Ama Abena Akosua Esi Efua Yaa'),
  men: plain('Kwame Kofi Yaw Kwabena Kojo Ebo'),
  families: joined(plain('Asu Ofi Bota Nsu'), plain('ansah boah mpong')),
  middles: { women: plain('Serwaa Adwoa'), men: plain('Osei Kwaku') },
};

export const dutch: NameList = {
  shapes: { 'given-family': 100 },
  women: plain('Sanne Femke Anouk Lotte Marloes Iris'),
  men: plain('Bram Jesse Thijs Ruben Sjoerd Daan'),
  families: joined(plain('Brug Linden Wilgen Kreek'), plain('veld oever hoek')),
};
