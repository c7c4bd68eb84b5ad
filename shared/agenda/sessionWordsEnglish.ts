// Ready-made sessions in English.
import type { SessionWords } from '#shared/agenda/sessionTemplates.ts'

const welcome = {
  title: 'Welcome',
  method: 'One word each',
  purpose: 'Every voice is heard once, in the room and at a distance, before we begin.',
}
const privateNotes = {
  title: 'Private writing',
  method: 'Each person writes alone first',
  purpose: 'Ideas come out without leaning on one another; they are revealed together.',
}
const consent = {
  title: 'Consent',
  method: 'Clarifications, reactions, objections, amendment',
  purpose: 'Make sure that nobody has a reasoned objection, and improve the text where there is one.',
}
const close = {
  title: 'Closing',
  method: 'One word each',
  purpose: 'Say what we leave with, who does what, and when we meet next.',
}
const vote = {
  title: 'Dot vote',
  method: 'Points to give away',
  purpose: 'See what carries the group. Nothing disappears, even without a point.',
}
const draft = {
  title: 'Writing together',
  method: 'Two or three people per text',
  purpose: 'Write the recommendations from the notes, with their nuances.',
}

export const sessionWordsEnglish: SessionWords = {
  plain: {
    name: 'Simple session',
    about: 'What happens when nothing is prepared: welcome, ideas, discussion, choice, closing.',
    steps: {
      welcome,
      ideas: {
        title: 'Our ideas',
        method: 'Write, then share',
        purpose: 'Gather what each person has in mind.',
      },
      discuss: {
        title: 'Discussion',
        method: 'Speaking queue',
        purpose: 'Understand the ideas and bring them closer.',
      },
      choose: { title: 'Choosing', method: 'Dot vote', purpose: 'See where to begin.' },
      close,
    },
  },
  'two-places': {
    name: 'Writing session in two places',
    about: 'A room and people at a distance write recommendations together. 1 h 45.',
    steps: { welcome, private: privateNotes, draft, vote, consent, close },
  },
  acquaintance: {
    name: 'Getting to know each other',
    about: 'For people who do not know each other: say who we are, then write “our way of doing things”.',
    steps: {
      checkIn: {
        title: 'How I arrive',
        method: 'Round, one minute each',
        purpose: 'Say your name, where you come from and how you are. Anyone may pass.',
      },
      pairs: {
        title: 'In pairs',
        method: 'Seven minutes each, then change roles',
        purpose: 'Tell of a time when you acted with others. The other person listens.',
      },
      charterIdeas: {
        title: 'What I need',
        method: 'Notes written in private',
        purpose: 'To dare to speak here, and to work well with you, I need…',
      },
      charter: {
        title: 'Our way of doing things',
        method: 'Group the notes, then write five sentences',
        purpose: 'A short charter: speaking, listening, distance, disagreement, time.',
      },
      charterConsent: {
        title: 'Does this suit us',
        method: 'Consent round',
        purpose: 'Adopt “our way of doing things”. It stays on the whiteboard and can change at any time.',
      },
      checkOut: {
        title: 'How I leave',
        method: 'One word each',
        purpose: 'Close together and set a date.',
      },
    },
  },
  'five-cards': {
    name: 'Five cards to learn in 20 minutes',
    about: 'Five context cards, read and played together, to start from what is real.',
    steps: {
      deal: {
        title: 'Deal five cards',
        method: 'One card per small group',
        purpose: 'Choose five context cards that touch the theme.',
      },
      play: {
        title: 'Read and tell',
        method: 'Two minutes per card',
        purpose: 'Each group reads its card, then tells the others in its own words.',
      },
      guess: {
        title: 'True or false',
        method: 'Quick poll, five questions',
        purpose: 'Check together what was remembered. Being wrong is part of the game.',
      },
      learned: {
        title: 'What we have learned',
        method: 'One note each',
        purpose: 'Keep one thing learned and one question that stays open.',
      },
    },
  },
  'online-1': {
    name: 'Online, in two sessions: 1. Ideas',
    about: 'First session, all at a distance: meet, write, group, choose.',
    steps: {
      sound: {
        title: 'We hear and see each other',
        method: 'One word each',
        purpose: 'Settle the sound, say who we are and how to ask for the floor.',
      },
      why: {
        title: 'The question',
        method: 'Short presentation',
        purpose: 'Say where the theme comes from and what will become of our recommendations.',
      },
      private: privateNotes,
      sort: {
        title: 'Grouping',
        method: 'Many hands on the whiteboard',
        purpose: 'Bring similar notes together and give each group a title.',
      },
      vote,
      betweenTwo: {
        title: 'Until next time',
        method: 'Each person chooses a text',
        purpose: 'Say who begins which text, and set the date of the second session.',
      },
    },
  },
  'online-2': {
    name: 'Online, in two sessions: 2. Texts',
    about: 'Second session, all at a distance: take up again, write in sub-groups, consent.',
    steps: {
      back: {
        title: 'Back again',
        method: 'One word each',
        purpose: 'Meet again, and welcome those who were not there.',
      },
      arrived: {
        title: 'What has arrived since',
        method: 'Reading together',
        purpose: 'Read what was written between the two sessions, also by those who are absent.',
      },
      draft: { ...draft, method: 'Sub-groups, one text each' },
      addressee: {
        title: 'Whom do we ask?',
        method: 'Place each text',
        purpose: 'Say to whom each text is addressed. What depends on us may begin tonight.',
      },
      consent,
      close,
    },
  },
  'choose-one': {
    name: 'Choosing a recommendation',
    about: 'Several texts, one to be kept: read, understand, rank, consent. 1 h 20.',
    steps: {
      read: {
        title: 'Read the texts',
        method: 'Silent reading',
        purpose: 'Each person reads all texts at their own pace.',
      },
      clarify: {
        title: 'Questions to understand',
        method: 'Speaking queue',
        purpose: 'Understand before judging. Opinions come later.',
      },
      gradient: {
        title: 'Where we are',
        method: 'Gradient of agreement, five degrees',
        purpose: 'See agreement and doubt for each text, without deciding yet.',
      },
      hear: {
        title: 'Hear the doubts',
        method: 'Round',
        purpose: 'Give the floor first to those with reservations.',
      },
      rank: {
        title: 'Ranking',
        method: 'Each person ranks',
        purpose: 'Bring out the text that the group prefers.',
      },
      consent,
    },
  },
}
