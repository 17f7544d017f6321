import type { Words } from './words.ts';

export const ENGLISH: Words = {
  failures: {
    'not-ready': 'The docs are still being read. Try again in a moment.',
    gone: 'That section is no longer in the docs.',
    failed: 'Something went wrong while searching. Try again; if it goes on, tell those who run this bot.',
  },
  unsure: 'Not sure, but this may help:',
  nothing: 'The docs do not seem to answer that.',
  closest: 'The closest headings:',
  further: 'Also in the docs:',
  didYouMean: (question) => `Did you mean: ${question}`,
  results: (first, last) => (first === last ? `Result ${first}` : `Results ${first} to ${last}`),
  readOn: 'Read the whole section',
  thanks: 'Thanks for the feedback.',
  sharedBy: (name) => `Shared by ${name}`,
  buttons: {
    share: { label: 'Share', spoken: 'Share this reply with everybody here' },
    more: { label: 'More', spoken: 'Show more results' },
    helpful: { label: '👍', spoken: 'This helped' },
    unhelpful: { label: '👎', spoken: 'This did not help' },
    dismiss: { label: 'Dismiss', spoken: 'Remove this reply' },
  },
  help: {
    title: 'Ask the docs',
    lead: 'Ask in your own words, or type the name of a page, a parameter or an error code. The reply quotes the section that answers and links to it.',
    byCommand: ' in any channel; only you see the reply',
    question: 'your question',
    byMention: 'Mention the bot in a channel or a thread; the reply goes into the thread',
    byMessage: 'Send the bot a direct message',
    byShortcut: 'In a message’s menu, choose ',
    shortcut: 'Find in docs',
    within: ' before a question asks only that collection',
    more: ' shows the next results',
    collections: 'What there is to ask about:',
    examples: 'For example:',
  },
  home: {
    lead: 'Answers from the docs, with the excerpt and a link to the very section.',
    label: 'Ask the docs',
    placeholder: 'How do I …',
  },
};
