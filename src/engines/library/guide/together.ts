export const together = {
  slug: 'samen-met-andere-besturen',
  title: 'Samen met andere besturen',
  summary: 'Je deelt cijfers of vindt dubbele dossiers met een ander bestuur, zonder een dossier te tonen.',
  markdown: `
## Afspreken

Een beheerder kiest **Beheer**, **Samen met andere besturen**, **Voorstel doen**. Je kiest wat je deelt en krijgt een code. Geef ze aan de beheerder van het andere bestuur. Die vult ze in, ziet eerst wat je voorstelt, en zegt ja. Elk van beide kan op elk moment stoppen: wat van de ander kwam, is dan meteen gewist.

## Cijfers optellen en vergelijken

Elk bestuur krijgt de vrijgegeven cijfers van het andere, voor het hele gebied. Ze staan naast elkaar bij **Cijfers**, **Vergelijk met andere besturen**, met hun som. Wat een bestuur afschermt, gaat niet mee; dan lees je *minstens*.

## Dubbele dossiers vinden

Het platform vergelijkt elke dag, blind, wie wellicht bij allebei bekend is. Bij **Personen**, **Ook bekend bij een ander bestuur** zie je alleen je eigen persoon, met een nummer. Bel het andere bestuur, noem het nummer, en zeg daarna of het dezelfde persoon is. Zegt een van beide *iemand anders*, dan komt het paar niet terug. Zeggen beide *dezelfde*, dan leest de persoon dat ook op het blad dat zegt wie wat over hen weet.
`,
};
