import { GERMAN_CHANGELOG } from './german-changelog.ts';
import type { Words } from './words.ts';

export const GERMAN: Words = {
  failures: {
    'not-ready': 'Die Doku wird noch eingelesen. Versuch es gleich noch einmal.',
    gone: 'Diesen Abschnitt gibt es in der Doku nicht mehr.',
    failed:
      'Bei der Suche ist etwas schiefgegangen. Versuch es noch einmal; wenn es weiter hakt, sag denen Bescheid, die diesen Bot betreiben.',
  },
  noVersion: (version, versions) => `Die Version ${version} gibt es in der Doku nicht. Es gibt ${versions}.`,
  unsure: 'Ich bin nicht sicher, aber vielleicht hilft das:',
  nothing: 'Darauf scheint die Doku keine Antwort zu haben.',
  closest: 'Am ehesten passen diese Überschriften:',
  further: 'Außerdem in der Doku:',
  didYouMean: (question) => `Meintest du: ${question}`,
  results: (first, last) => (first === last ? `Ergebnis ${first}` : `Ergebnisse ${first} bis ${last}`),
  readOn: 'Ganzen Abschnitt lesen',
  thanks: 'Danke für dein Feedback.',
  sharedBy: (name) => `Geteilt von ${name}`,
  forPerson: (name) => `Für ${name}`,
  buttons: {
    share: { label: 'Teilen', spoken: 'Diese Antwort mit allen hier teilen' },
    more: { label: 'Mehr', spoken: 'Weitere Ergebnisse anzeigen' },
    helpful: { label: '👍', spoken: 'Das hat geholfen' },
    unhelpful: { label: '👎', spoken: 'Das hat nicht geholfen' },
    dismiss: { label: 'Ausblenden', spoken: 'Diese Antwort ausblenden' },
    delete: { label: 'Löschen', spoken: 'Diese Antwort für alle löschen' },
    solved: { label: 'Das war die Lösung', spoken: 'Diesen Beitrag als gelöst markieren' },
    wrong: { label: 'Nicht hilfreich', spoken: 'Diesen Vorschlag entfernen' },
  },
  forum: {
    suggestion: 'Vielleicht steht das schon in der Doku:',
    solvedBy: (name) => `Von ${name} als gelöst markiert.`,
  },
  notices: {
    tooMany: (seconds) =>
      `Das sind viele Fragen auf einmal. Frag in ${seconds === 1 ? 'einer Sekunde' : `${seconds} Sekunden`} noch einmal.`,
    useMore: 'Weitere Ergebnisse bekommst du mit dem Button „Mehr“ unter der Antwort.',
    unreadable: 'Die Nachrichten vor dieser kann ich nicht lesen. Nimm den Button „Mehr“ unter der Antwort.',
    nothingBefore:
      'Hier gibt es noch keine Frage, mit deren Ergebnissen ich weitermachen könnte. Stell eine.',
    noMore: 'Mehr steht dazu nicht in der Doku.',
    otherVersion: 'Dieser Button stammt aus einer anderen Version von mir. Frag noch einmal.',
    forgotten: 'An diese Frage erinnere ich mich nicht mehr. Frag noch einmal.',
    mayNotDismiss: 'Nur wer gefragt hat, kann das ausblenden.',
    mayNotDelete: 'Nur wer gefragt hat oder hier Nachrichten verwalten darf, kann das löschen.',
    mayNotSolve: 'Nur wer diesen Beitrag geschrieben hat oder hier Nachrichten verwalten darf, kann das tun.',
    notSaved: 'Das konnte ich nicht speichern. Versuch es später noch einmal.',
    goneToShare: 'Diesen Abschnitt gibt es in der Doku nicht mehr. Frag noch einmal.',
    nothingToShare: 'Hier gibt es nichts zu teilen.',
    notShared: (reason) =>
      `Das konnte ich nicht teilen: ${reason}. Frag noch einmal und teile dann die neue Antwort.`,
    notPosted: (reason) => `Dort konnte ich die Antwort nicht posten. ${reason}.`,
    noText: 'In dieser Nachricht steht kein Text, den ich nachschlagen könnte.',
  },
  help: {
    title: 'Frag die Doku',
    lead: 'Frag in deinen eigenen Worten oder gib den Namen einer Seite, eines Parameters oder einen Fehlercode ein. Die Antwort zitiert den passenden Abschnitt und verlinkt ihn.',
    question: 'deine Frage',
    byMessage: 'Schick dem Bot eine Direktnachricht',
    within: ' vor einer Frage durchsucht nur diese Sammlung',
    ofVersion: ' vor einer Frage durchsucht die Doku dieser Version',
    versions: (versions) => `Versionen ${versions}`,
    more: ' zeigt die nächsten Ergebnisse',
    collections: 'Dazu kannst du fragen:',
    examples: 'Zum Beispiel:',
    slack: {
      byCommand: ' in jedem Channel; die Antwort siehst nur du',
      byMention: 'Erwähne den Bot in einem Channel oder Thread; die Antwort kommt in den Thread',
      byShortcut: 'Wähle im Menü einer Nachricht ',
      shortcut: 'Find in docs',
    },
    discord: {
      byCommand: ' in jedem Kanal; beim Tippen werden dir Seiten vorgeschlagen',
      byMention: 'Erwähne den Bot in einem Kanal oder Thread; er antwortet auf deine Nachricht',
      byShortcut: 'Wähle im Menü einer Nachricht ',
      shortcut: 'Apps → In der Doku suchen',
    },
  },
  home: {
    lead: 'Antworten aus der Doku, mit Auszug und Link genau zum richtigen Abschnitt.',
    label: 'Frag die Doku',
    placeholder: 'Wie kann ich …',
  },
  commands: {
    docs: { name: 'doku', description: 'Findet den Abschnitt der Doku, der eine Frage beantwortet' },
    query: {
      name: 'frage',
      description: 'Eine Frage oder der Name einer Seite, eines Parameters oder ein Fehlercode',
    },
    collection: { name: 'sammlung', description: 'Nur diese Sammlung durchsuchen' },
    version: { name: 'version', description: 'Die Doku dieser Version durchsuchen' },
    share: { name: 'teilen', description: 'Die Antwort allen hier zeigen' },
    for: { name: 'für', description: 'Die Person erwähnen, für die die Antwort ist' },
    find: 'In der Doku suchen',
  },
  changelog: GERMAN_CHANGELOG,
};
