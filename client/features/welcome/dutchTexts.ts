// Words of the visit and of the facilitators' guide, in Dutch.
export const dutchTexts = {
  name: 'Rondleiding van 90 seconden',
  guideName: 'Gids voor de begeleiding',
  help: 'Hulp',
  said: 'Welkom. Een rondleiding van 90 seconden staat boven het bord. Escape beëindigt ze, het menu Hulp opent ze opnieuw.',
  place: '{{at}} van {{of}}',
  next: 'Volgende',
  back: 'Vorige',
  done: 'Beginnen',
  skip: 'Overslaan',
  key: 'Esc',
  same: {
    title: 'Het bord en de lijst zeggen hetzelfde',
    columns:
      'Een notitie op het bord is een regel in de lijst, en een tekst uit de lijst is een kaart op het bord. Neem wat u het best past.',
    tabs: 'Twee tabbladen, één document: een notitie op het bord is een regel in de lijst. Neem wat u het best past.',
    phone:
      'Twee knoppen onderaan, één document: een notitie op het bord is een regel in de lijst. Op een telefoon volstaat de lijst.',
  },
  where: {
    title: 'Waar zijn we?',
    text: 'Bovenaan: de groep, de stap van de bijeenkomst en de resterende tijd. Wie later komt, mist niets.',
  },
  write: {
    title: 'Schrijf in een tekst',
    text: 'Open een tekst in de lijst en schrijf. Verschillende mensen kunnen in dezelfde zin schrijven, en alles kan ongedaan worden gemaakt.',
  },
  speak: {
    title: 'Het woord, en wat er nu gebeurt',
    columns:
      'De hand vraagt het woord, in de zaal of op afstand. Vraagt men u een notitie of een mening, dan verschijnt dat boven de lijst.',
    tabs: 'De hand vraagt het woord, in de zaal of op afstand. Vraagt men u een notitie of een mening, dan opent “Nu”.',
    phone:
      '“Woord” steekt uw hand op. Vraagt men u een notitie of een mening, dan opent “Nu”, behalve terwijl u schrijft.',
  },
  saved: {
    title: 'Het is bewaard, en dat ziet u',
    text: 'Dit teken zegt de waarheid: bewaard, onderweg, of op dit toestel bewaard zolang er geen verbinding is. U kunt zonder netwerk schrijven.',
  },
  guide: {
    title: 'Gids voor de begeleiding',
    intro:
      'Tien minuten om te leren. Geen enkele stap is verplicht, alles kan onderweg veranderen, en niets sluit vanzelf.',
    rule: 'Onthoudt u één ding: “Volgende stap” brengt de bijeenkomst vooruit, “Vorige” keert terug.',
    print: 'Deze pagina afdrukken',
    part: {
      before: 'Vooraf',
      during: 'Tijdens',
      after: 'Achteraf',
    },
    act: {
      agenda: 'Het verloop openen',
      share: 'Uitnodigen',
      screen: 'Het scherm van de zaal openen',
      seats: 'Zeggen wie achter dit scherm zit',
      write: 'Stil schrijven',
      vote: 'Stemming met punten',
      consent: 'Instemmingsronde',
      speak: 'Spreekbeurten',
      gather: 'Iedereen naar mij',
    },
    line: {
      prepare: {
        what: 'Bereid het verloop voor.',
        how: 'Neem een sjabloon of voeg uw stappen toe. Zonder voorbereiding volstaat één klik om te beginnen.',
      },
      invite: { what: 'Nodig uit.', how: 'Een code, een link of een QR-code. Er is geen account nodig.' },
      screen: {
        what: 'Open het scherm van de zaal.',
        how: 'Op de projector: QR-code, stap, tijd, woord. Niets persoonlijks.',
      },
      seats: {
        what: 'Tel iedereen mee.',
        how: 'Mensen achter hetzelfde scherm hebben elk hun stem, met of zonder toestel.',
      },
      call: {
        what: 'Koppel de videoconferentie.',
        how: 'Knop “De link van een oproep toevoegen”, bovenaan in de linkerkolom.',
      },
      begin: {
        what: 'Begin, en ga verder.',
        how: 'Aan het einde van de balk onderaan: eerst “De bijeenkomst beginnen”, dan “Volgende stap”.',
      },
      write: {
        what: 'Laat iedereen eerst schrijven.',
        how: 'De notities blijven geheim tot u ze onthult. Anoniem als u dat belooft.',
      },
      timer: {
        what: 'Geef tijd.',
        how: 'Knop “Timer”: op nul sluit niets. “Nog 2 min” volstaat.',
      },
      speak: {
        what: 'Verdeel het woord.',
        how: 'In volgorde van vragen, zaal en afstand om beurten, of als ronde waarin iedereen aan de beurt komt.',
      },
      vote: {
        what: 'Kies samen.',
        how: 'De uitslag blijft verborgen tot het einde. U stemt voor wie geen toestel heeft, en dat is zichtbaar.',
      },
      consent: {
        what: 'Zoek instemming.',
        how: 'Een bezwaar draagt zijn reden. U past aan, en doet een nieuwe ronde.',
      },
      gather: {
        what: 'Breng de blikken samen.',
        how: 'Het is een uitnodiging: iedereen mag blijven waar die is.',
      },
      together: {
        what: 'Begeleid samen.',
        how: 'Onder het verloop verdeelt “Begeleiding en secretaris” die rollen, ook tijdens de bijeenkomst.',
      },
      end: {
        what: 'Sluit de bijeenkomst af.',
        how: 'Dezelfde knop, na de laatste stap. Bord en teksten blijven open.',
      },
      decided: {
        what: 'Lees wat werd beslist.',
        how: 'Onder het verloop: elke beslissing met haar stemmen en redenen.',
      },
      again: {
        what: 'Bereid de volgende voor.',
        how: 'Knop “De volgende bijeenkomst voorbereiden”, in het verloop: dezelfde stappen, opnieuw klaar.',
      },
    },
  },
} as const
