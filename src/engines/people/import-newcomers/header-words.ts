import type { Field } from './fields.ts';

/** What lists put above a column, folded, in Dutch, French and English. The first of each is the title of the template. */
export const headerWords: Record<Field, string> = {
  'household-key':
    'dossiernummer gezin|dossiernummer|dossiernr|dossier|gezinsnummer|gezinsnr|gezin|gezins id|gezin id|huishouden|huishoudnummer|nummer gezin|gezinsdossier|numero de menage|n menage|menage|numero de dossier|n dossier|famille|numero famille|reference personne de contact|household|household id|household number|household key|family|family id|family number|case number',
  'household-role':
    'rol in gezin|rol|rol in het gezin|gezinsrol|gezinspositie|positie in gezin|plaats in gezin|verwantschap|relatie|relatie tot referentiepersoon|verhouding|gezinslid|role dans le menage|role|lien de parente|lien|parente|position dans le menage|relation|relationship|household role|role in household|relation to head',
  'first-name': 'voornaam|voornamen|eerste voornaam|roepnaam|prenom|prenoms|first name|first names|given name|given names|forename',
  'last-name': 'familienaam|achternaam|naam familie|geslachtsnaam|nom de famille|nom|last name|surname|family name|familienamen|patronyme',
  'full-name': 'naam|volledige naam|naam en voornaam|naam voornaam|voornaam en naam|naam persoon|naam inwoner|nom et prenom|nom prenom|nom complet|prenom et nom|full name|name|name of person|complete name',
  'other-script-name':
    'naam in eigen schrift|naam in ander schrift|naam ander schrift|naam arabisch|arabische naam|naam in het arabisch|eigen schrift|originele naam|nom en arabe|nom dans sa langue|nom original|native name|name in native script|name in own script|name in arabic|arabic name',
  'register-number':
    'rijksregisternummer|rijksregisternr|rijksregister|rrn|rr nummer|rrnr|rrnummer|insz|insz nummer|inss|bisnummer|bis nummer|nationaal nummer|numero national|numero de registre national|registre national|n national|niss|num national|nn|national register number|national number|nrn|ssin',
  reference: 'persoonsnummer|persoon id|persoonsid|intern nummer|referentie|clientnummer|client id|ov nummer|ov nr|numero ov|numero interne|reference|person id|person number|client number|id|identificatie',
  'birth-date': 'geboortedatum|geboren|geboren op|geboortedag|geb datum|gebdat|geboortejaar|date de naissance|ne le|nee le|naissance|date naissance|date of birth|birth date|birthdate|birthday|dob|born',
  gender: 'geslacht|gender|m v|m v x|sexe|genre|sex',
  nationality: 'nationaliteit|nationaliteiten|huidige nationaliteit|nat|land van nationaliteit|staatsburgerschap|nationalite|nationalites|nationalite actuelle|nationality|nationalities|citizenship',
  'contact-language': 'contacttaal|taal van contact|taal|voorkeurtaal|voorkeurstaal|communicatietaal|spreektaal|langue de contact|langue|langue preferee|contact language|language|preferred language|preferred contact language',
  languages: 'talen|andere talen|gesproken talen|kennis van talen|talenkennis|moedertaal|thuistaal|autres langues|langues|langues parlees|langue maternelle|languages|other languages|spoken languages|mother tongue|languages spoken',
  'needs-interpreter': 'tolk nodig|tolk|nood aan tolk|besoin dun interprete|interprete|interpreter|needs interpreter|interpreter needed',
  'arrival-date':
    'datum aankomst in de gemeente|aankomst in de gemeente|datum aankomst|aankomstdatum|aankomst|datum inschrijving|inschrijvingsdatum|ingeschreven op|datum vestiging|vestigingsdatum|datum van vestiging|sinds|datum adres|adres sinds|in gemeente sinds|datum in dienst|date darrivee|arrivee|date darrivee dans la commune|date dinscription|inscription|date of arrival|arrival date|arrival|date of registration|registration date|arrived on',
  street: 'straat|straatnaam|rue|nom de rue|street|street name',
  'house-number': 'huisnummer|huisnr|nummer|nr|huis nr|numero|n|numero de maison|house number|number|house no',
  box: 'bus|busnummer|busnr|bus nr|boite|bte|numero de boite|box|box number|apartment',
  address: 'adres|straat en nummer|straat nr|straat en huisnummer|straat huisnummer|volledig adres|woonadres|adresse|rue et numero|address|street and number|street address',
  postcode: 'postcode|postnummer|post code|code postal|cp|zip|zip code|postal code',
  municipality: 'gemeente|woonplaats|stad|plaats|gemeente en postcode|postcode en gemeente|commune|ville|localite|municipality|city|town|place',
  phone: 'telefoon|telefoonnummer|tel|telefoon 1|gsm|gsm nummer|mobiel|mobiel nummer|gsmnummer|telephone|numero de telephone|portable|phone|phone number|mobile|mobile number|mobile phone|telephone number',
  email: 'e mail|email|mail|e mailadres|emailadres|mailadres|adresse e mail|courriel|adresse mail|email address|e mail address',
};
