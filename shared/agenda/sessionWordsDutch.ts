// Ready-made sessions in Dutch.
import type { SessionWords } from '#shared/agenda/sessionTemplates.ts'

const welcome = {
  title: 'Onthaal',
  method: 'Eén woord per persoon',
  purpose: 'Elke stem klinkt één keer, in de zaal en op afstand, voor we beginnen.',
}
const privateNotes = {
  title: 'Privé schrijven',
  method: 'Eerst schrijft ieder voor zich',
  purpose: 'Ideeën komen los van elkaar naar boven; ze worden samen getoond.',
}
const consent = {
  title: 'Consent',
  method: 'Verduidelijkingen, reacties, bezwaren, aanpassing',
  purpose: 'Nagaan dat niemand een onderbouwd bezwaar heeft, en de tekst verbeteren waar er een is.',
}
const close = {
  title: 'Afsluiting',
  method: 'Eén woord per persoon',
  purpose: 'Zeggen waarmee we vertrekken, wie wat doet en wanneer we elkaar terugzien.',
}
const vote = {
  title: 'Stemmen met punten',
  method: 'Punten om te verdelen',
  purpose: 'Zien wat de groep draagt. Niets verdwijnt, ook zonder punt.',
}
const draft = {
  title: 'Samen schrijven',
  method: 'Twee of drie per tekst',
  purpose: 'De aanbevelingen schrijven vanuit de notities, met hun nuances.',
}

export const sessionWordsDutch: SessionWords = {
  plain: {
    name: 'Eenvoudige bijeenkomst',
    about: 'Wat er gebeurt als niets is voorbereid: onthaal, ideeën, gesprek, keuze, afsluiting.',
    steps: {
      welcome,
      ideas: {
        title: 'Onze ideeën',
        method: 'Schrijven, dan delen',
        purpose: 'Verzamelen wat iedereen in gedachten heeft.',
      },
      discuss: {
        title: 'Gesprek',
        method: 'Spreekbeurten',
        purpose: 'De ideeën begrijpen en dichter bij elkaar brengen.',
      },
      choose: { title: 'Kiezen', method: 'Stemmen met punten', purpose: 'Zien waarmee we beginnen.' },
      close,
    },
  },
  'two-places': {
    name: 'Schrijfbijeenkomst op twee plaatsen',
    about: 'Een zaal en mensen op afstand schrijven samen aanbevelingen. 1 u 45.',
    steps: { welcome, private: privateNotes, draft, vote, consent, close },
  },
  acquaintance: {
    name: 'Kennismaken',
    about: 'Voor mensen die elkaar niet kennen: zich voorstellen en dan « onze manier van doen » schrijven.',
    steps: {
      checkIn: {
        title: 'Hoe ik aankom',
        method: 'Rondje, één minuut per persoon',
        purpose: 'Zeg uw naam, waar u vandaan komt en hoe het gaat. Passen mag.',
      },
      pairs: {
        title: 'Per twee',
        method: 'Zeven minuten elk, dan wisselen',
        purpose: 'Vertel over een keer dat u samen met anderen iets deed. De ander luistert.',
      },
      charterIdeas: {
        title: 'Wat ik nodig heb',
        method: 'Privé geschreven notities',
        purpose: 'Om hier te durven spreken en goed met jullie te werken, heb ik nodig…',
      },
      charter: {
        title: 'Onze manier van doen',
        method: 'Groeperen, dan vijf zinnen schrijven',
        purpose: 'Een kort charter: spreken, luisteren, afstand, onenigheid, tijd.',
      },
      charterConsent: {
        title: 'Past dit voor ons',
        method: 'Consentronde',
        purpose: '« Onze manier van doen » aannemen. Ze blijft op het bord en kan altijd veranderen.',
      },
      checkOut: {
        title: 'Hoe ik vertrek',
        method: 'Eén woord per persoon',
        purpose: 'Samen afsluiten en een datum kiezen.',
      },
    },
  },
  'five-cards': {
    name: 'Vijf kaarten om te leren in 20 minuten',
    about: 'Vijf contextkaarten, samen gelezen en gespeeld, om van de werkelijkheid te vertrekken.',
    steps: {
      deal: {
        title: 'Vijf kaarten uitdelen',
        method: 'Eén kaart per groepje',
        purpose: 'Kies vijf contextkaarten die het thema raken.',
      },
      play: {
        title: 'Lezen en vertellen',
        method: 'Twee minuten per kaart',
        purpose: 'Elke groep leest haar kaart en vertelt ze in eigen woorden aan de anderen.',
      },
      guess: {
        title: 'Waar of niet waar',
        method: 'Snelle peiling, vijf vragen',
        purpose: 'Samen nagaan wat is blijven hangen. Zich vergissen hoort bij het spel.',
      },
      learned: {
        title: 'Wat we geleerd hebben',
        method: 'Eén notitie per persoon',
        purpose: 'Eén ding bewaren dat we leerden en één vraag die open blijft.',
      },
    },
  },
  'online-1': {
    name: 'Online, in twee bijeenkomsten: 1. Ideeën',
    about: 'Eerste bijeenkomst, helemaal op afstand: elkaar vinden, schrijven, groeperen, kiezen.',
    steps: {
      sound: {
        title: 'We horen en zien elkaar',
        method: 'Eén woord per persoon',
        purpose: 'Het geluid regelen, zich voorstellen, zeggen hoe u het woord vraagt.',
      },
      why: {
        title: 'De vraag',
        method: 'Korte voorstelling',
        purpose: 'Zeggen waar het thema vandaan komt en wat er met onze aanbevelingen gebeurt.',
      },
      private: privateNotes,
      sort: {
        title: 'Groeperen',
        method: 'Met veel handen op het bord',
        purpose: 'Gelijkaardige notities samenbrengen en elke groep een titel geven.',
      },
      vote,
      betweenTwo: {
        title: 'Tot de volgende keer',
        method: 'Ieder kiest een tekst',
        purpose: 'Zeggen wie welke tekst begint en de datum van de tweede bijeenkomst kiezen.',
      },
    },
  },
  'online-2': {
    name: 'Online, in twee bijeenkomsten: 2. Teksten',
    about: 'Tweede bijeenkomst, helemaal op afstand: hernemen, in subgroepen schrijven, consent geven.',
    steps: {
      back: {
        title: 'Weer terug',
        method: 'Eén woord per persoon',
        purpose: 'Elkaar terugvinden en verwelkomen wie er niet bij was.',
      },
      arrived: {
        title: 'Wat sindsdien is aangekomen',
        method: 'Samen lezen',
        purpose: 'Lezen wat tussen de twee bijeenkomsten geschreven werd, ook door afwezigen.',
      },
      draft: { ...draft, method: 'Subgroepen, elk één tekst' },
      addressee: {
        title: 'Aan wie vragen we het?',
        method: 'Elke tekst plaatsen',
        purpose: 'Zeggen aan wie elke tekst gericht is. Wat van ons afhangt, kan vanavond beginnen.',
      },
      consent,
      close,
    },
  },
  'choose-one': {
    name: 'Een aanbeveling kiezen',
    about: 'Meerdere teksten, één om te houden: lezen, begrijpen, rangschikken, consent. 1 u 20.',
    steps: {
      read: {
        title: 'De teksten lezen',
        method: 'In stilte lezen',
        purpose: 'Iedereen leest alle teksten op eigen tempo.',
      },
      clarify: {
        title: 'Vragen om te begrijpen',
        method: 'Spreekbeurten',
        purpose: 'Begrijpen voor we oordelen. Meningen komen later.',
      },
      gradient: {
        title: 'Waar we staan',
        method: 'Graad van instemming, vijf trappen',
        purpose: 'Instemming en twijfel zien voor elke tekst, zonder al te beslissen.',
      },
      hear: {
        title: 'De twijfels horen',
        method: 'Rondje',
        purpose: 'Eerst het woord geven aan wie voorbehoud heeft.',
      },
      rank: {
        title: 'Rangschikken',
        method: 'Ieder rangschikt',
        purpose: 'De tekst laten bovenkomen die de groep verkiest.',
      },
      consent,
    },
  },
}
