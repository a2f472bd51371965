export const socialMap = {
  slug: 'sociale-kaart',
  title: 'De sociale kaart: zoeken, bijhouden en tonen',
  summary: 'Je vindt wie helpt, je houdt de kaart juist, en iedereen mag meekijken.',
  markdown: `
## Zoeken zoals je het zegt

Typ onder **Wat zoek je?** wat iemand nodig heeft: *dokter die arabisch spreekt in Wevelgem, nu open*. Wat we begrijpen, wordt een blokje: een thema, een taal, een gemeente, **Nu open**. Klik een blokje weg om ruimer te zoeken. Een tikfout is geen ramp. Zoek je een naam, dan staat wie zo heet bovenaan.

Bovenaan staat wie het best past bij je woorden. Dan wie mensen aanneemt, wie dichtbij is, het gewone aanbod voor het bijzondere, en wie snel antwoordt op verwijzingen. Onder **Waarom** lees je waarom een dienst er staat.

## Een dienst invullen

Een dienst heeft delen, elk met een eigen bladzijde: **Voor wie en hoe**, **Openingsuren**, **Plaatsen**, **Contacten** en **In andere talen**. Zo werken twee collega's tegelijk zonder elkaars werk te wissen. Schrijf uren zoals je ze zegt: \`9-12, 13.30-17\`. Vakantie of zomeruren zet je bij **Uitzonderingen**. Op wettelijke feestdagen is een dienst gesloten, tenzij je iets anders aanvinkt.

Onder **Wat gebeurde er** zie je wie wat wijzigde, en hoe het er voordien stond.

## Blijft het juist?

Bij elke dienst staat wanneer iemand ze nakeek. Na zes maanden krijgt de dienst zelf een mail met een link, zonder account. Ze zegt **Alles klopt**, verbetert iets, of zegt dat ze gestopt is. Uren en of ze mensen aanneemt, veranderen meteen. De rest is een voorstel: je vindt het onder **Na te kijken**, naast wat er nu staat, en jij beslist. Wie niet antwoordt, krijgt twee herinneringen en komt daarna op die lijst. Hoe vaak dat gebeurt, stelt een coördinator in bij Beheer, **Sociale kaart**.

## Voor iedereen

Elke dienst heeft een **Openbare pagina**, in het Nederlands en ernaast in de taal van de nieuwkomer, met uren, de weg, voorlezen en een code om te printen. Het Nederlands staat er altijd bij; wat niemand vertaalde, staat er alleen in het Nederlands. Mailadressen voor verwijzingen en namen van medewerkers staan er nooit op. Toon je een dienst liever niet, zeg dat dan bij **Voor wie en hoe**. De hele openbare kaart zet je uit bij Beheer.

## Uitwisselen met andere programma's

Onder **Uitwisselen met andere programma’s** haal je diensten binnen uit een bestand in de open vorm HSDS 3.0, of geef je de hele kaart door. Eerst zie je wat **Nieuw**, **Gewijzigd** of **Hetzelfde** is. Lijkt een dienst op een die er al staat, dan wacht ze tot jij beslist. Niets wordt ongezien samengevoegd.
`,
} as const;
