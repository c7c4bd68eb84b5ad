// Words of the visit and of the facilitators' guide, in English.
export const englishTexts = {
  name: 'Visit of 90 seconds',
  guideName: 'Facilitation guide',
  help: 'Help',
  said: 'Welcome. A visit of 90 seconds is above the board. Escape ends it, the Help menu opens it again.',
  place: '{{at}} of {{of}}',
  next: 'Next',
  back: 'Back',
  done: 'Let me in',
  skip: 'Skip',
  key: 'Esc',
  same: {
    title: 'The board and the list say the same thing',
    columns:
      'A note put on the board is a line of the list, and a text of the list is a card on the board. Take whichever suits you.',
    tabs: 'Two tabs, one document: a note on the board is a line of the list. Take whichever suits you.',
    phone:
      'Two buttons below, one document: a note on the board is a line of the list. On a phone, the list is enough.',
  },
  where: {
    title: 'Where are we?',
    text: 'At the top: the group, the step of the session and the time left. Arriving late loses you nothing.',
  },
  write: {
    title: 'Write in a text',
    text: 'Open a text of the list and write. Several people may write in the same sentence, and everything can be undone.',
  },
  speak: {
    title: 'The floor, and what happens now',
    columns:
      'The hand asks for the floor, in the room or at a distance. When you are asked for a note or an opinion, it appears above the list.',
    tabs: 'The hand asks for the floor, in the room or at a distance. When you are asked for a note or an opinion, “Now” opens.',
    phone:
      '“Floor” raises your hand. When you are asked for a note or an opinion, “Now” opens, unless you are writing.',
  },
  saved: {
    title: 'It is saved, and you can see it',
    text: 'This badge tells the truth: saved, being sent, or kept on this device while there is no connection. You can write without a network.',
  },
  guide: {
    title: 'Facilitation guide',
    intro:
      'Ten minutes to learn. No step is compulsory, everything can be changed along the way, and nothing closes by itself.',
    rule: 'If you remember one thing: “Next step” moves the session on, and “Previous” takes it back.',
    print: 'Print this page',
    part: {
      before: 'Before',
      during: 'During',
      after: 'After',
    },
    act: {
      agenda: 'Open the agenda',
      share: 'Invite',
      screen: 'Open the room’s screen',
      seats: 'Say who is behind this screen',
      write: 'Private writing',
      vote: 'Dot vote',
      consent: 'Consent round',
      speak: 'Speaking queue',
      gather: 'Everyone to me',
    },
    line: {
      prepare: {
        what: 'Prepare the agenda.',
        how: 'Take a template or add your own steps. Unprepared, one click is enough to begin.',
      },
      invite: { what: 'Invite.', how: 'A code, a link or a QR code. No account is asked for.' },
      screen: {
        what: 'Open the room’s screen.',
        how: 'On the projector: QR code, step, time, queue. Nothing private.',
      },
      seats: {
        what: 'Count everybody.',
        how: 'Several people behind one screen each have their voice, with or without a device.',
      },
      call: {
        what: 'Link the video call.',
        how: 'Button “Add the link of a call”, at the top of the left column.',
      },
      begin: {
        what: 'Begin, then go on.',
        how: 'At the end of the bar below: “Begin the session”, then “Next step”.',
      },
      write: {
        what: 'Let everybody write first.',
        how: 'Notes stay secret until you reveal them. Anonymous if you promise it.',
      },
      timer: {
        what: 'Give time.',
        how: 'Button “Timer”: at zero nothing closes. “2 more min” will do.',
      },
      speak: {
        what: 'Share the floor.',
        how: 'In order of asking, room and distance in turn, or as a round in which each person speaks.',
      },
      vote: {
        what: 'Choose together.',
        how: 'Results stay hidden until you close. You vote for those without a device, and it shows.',
      },
      consent: {
        what: 'Look for consent.',
        how: 'An objection carries its reason. You amend, then go round again.',
      },
      gather: {
        what: 'Gather everyone’s eyes.',
        how: 'It is an invitation: each person may stay where they are.',
      },
      together: {
        what: 'Facilitate together.',
        how: 'Below the agenda, “Facilitation and secretary” shares these roles, also during a session.',
      },
      end: {
        what: 'End the session.',
        how: 'The same button, after the last step. Board and texts stay open.',
      },
      decided: {
        what: 'Read what was decided.',
        how: 'Below the agenda: each decision with its votes and reasons.',
      },
      again: {
        what: 'Prepare the next one.',
        how: 'Button “Prepare the next session”, in the agenda: the same steps, set back.',
      },
    },
  },
} as const
