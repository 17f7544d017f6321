import { FRENCH_CHANGELOG } from './french-changelog.ts';
import type { Words } from './words.ts';

/** The spaces before marks do not break, as French has it: narrow before a semicolon. */
export const FRENCH: Words = {
  failures: {
    'not-ready': 'La documentation est encore en cours de lecture. Réessayez dans un instant.',
    gone: 'Cette section n’est plus dans la documentation.',
    failed:
      'Une erreur s’est produite pendant la recherche. Réessayez\u202F; si cela continue, prévenez les responsables de ce bot.',
  },
  noVersion: (version, versions) => `La documentation n’a pas de version ${version}. Elle a ${versions}.`,
  unsure: 'Je n’en suis pas sûr, mais ceci peut vous aider\u00A0:',
  nothing: 'La documentation ne semble pas répondre à cette question.',
  closest: 'Les titres les plus proches\u00A0:',
  further: 'Également dans la documentation\u00A0:',
  didYouMean: (question) => `Vouliez-vous dire\u00A0: ${question}`,
  results: (first, last) => (first === last ? `Résultat ${first}` : `Résultats ${first} à ${last}`),
  readOn: 'Lire toute la section',
  thanks: 'Merci pour votre retour.',
  sharedBy: (name) => `Partagé par ${name}`,
  forPerson: (name) => `Pour ${name}`,
  buttons: {
    share: { label: 'Partager', spoken: 'Partager cette réponse avec tout le monde ici' },
    more: { label: 'Plus', spoken: 'Afficher plus de résultats' },
    helpful: { label: '👍', spoken: 'Cela m’a aidé' },
    unhelpful: { label: '👎', spoken: 'Cela ne m’a pas aidé' },
    dismiss: { label: 'Masquer', spoken: 'Masquer cette réponse' },
    delete: { label: 'Supprimer', spoken: 'Supprimer cette réponse pour tout le monde' },
    solved: { label: 'Problème résolu', spoken: 'Marquer ce post comme résolu' },
    wrong: { label: 'Pas utile', spoken: 'Retirer cette suggestion' },
  },
  forum: {
    suggestion: 'La réponse est peut-être déjà dans la documentation\u00A0:',
    solvedBy: (name) => `Marqué comme résolu par ${name}.`,
  },
  notices: {
    tooMany: (seconds) =>
      `Cela fait beaucoup de questions à la fois. Réessayez dans ${seconds === 1 ? 'une seconde' : `${seconds} secondes`}.`,
    useMore: 'Pour plus de résultats, utilisez le bouton «\u00A0Plus\u00A0» sous la réponse.',
    unreadable:
      'Je ne peux pas lire les messages précédents. Utilisez le bouton «\u00A0Plus\u00A0» sous la réponse.',
    nothingBefore:
      'Il n’y a pas encore de question ici dont je pourrais afficher la suite des résultats. Posez-en une.',
    noMore: 'La documentation ne contient rien de plus à ce sujet.',
    otherVersion: 'Ce bouton vient d’une autre version de moi. Posez de nouveau votre question.',
    forgotten: 'Je ne me souviens plus de cette question. Posez-la de nouveau.',
    mayNotDismiss: 'Seule la personne qui a posé la question peut masquer ceci.',
    mayNotDelete:
      'Seules la personne qui a posé la question et celles qui gèrent les messages ici peuvent supprimer ceci.',
    mayNotSolve:
      'Seules la personne qui a écrit ce post et celles qui gèrent les messages ici peuvent faire cela.',
    notSaved: 'Je n’ai pas pu enregistrer cela. Réessayez plus tard.',
    goneToShare: 'Cette section n’est plus dans la documentation. Posez de nouveau votre question.',
    nothingToShare: 'Il n’y a rien à partager ici.',
    notShared: (reason) =>
      `Je n’ai pas pu partager cela\u00A0: ${reason}. Posez de nouveau la question, puis partagez la réponse.`,
    notPosted: (reason) => `Je n’ai pas pu publier la réponse là-bas. ${reason}.`,
    noText: 'Ce message ne contient pas de texte que je puisse chercher.',
  },
  help: {
    title: 'Interrogez la documentation',
    lead: 'Posez votre question avec vos propres mots, ou tapez le nom d’une page, d’un paramètre ou un code d’erreur. La réponse cite la section concernée et y renvoie par un lien.',
    question: 'votre question',
    byMessage: 'Envoyez un message privé au bot',
    within: ' devant une question limite la recherche à cette collection',
    ofVersion: ' devant une question limite la recherche à cette version de la documentation',
    versions: (versions) => `versions\u00A0: ${versions}`,
    more: ' affiche les résultats suivants',
    collections: 'Vous pouvez poser des questions sur\u00A0:',
    examples: 'Par exemple\u00A0:',
    slack: {
      byCommand: ' dans n’importe quel canal\u202F; la réponse n’est visible que par vous',
      byMention: 'Mentionnez le bot dans un canal ou un fil\u202F; la réponse arrive dans le fil',
      byShortcut: 'Dans le menu d’un message, choisissez ',
      shortcut: 'Find in docs',
    },
    discord: {
      byCommand: ' dans n’importe quel salon\u202F; des pages sont suggérées pendant la saisie',
      byMention: 'Mentionnez le bot dans un salon ou un fil\u202F; il répond à votre message',
      byShortcut: 'Dans le menu d’un message, choisissez ',
      shortcut: 'Applications → Chercher dans la documentation',
    },
  },
  home: {
    lead: 'Des réponses tirées de la documentation, avec l’extrait et un lien vers la section exacte.',
    label: 'Interrogez la documentation',
    placeholder: 'Comment puis-je…',
  },
  commands: {
    docs: {
      name: 'documentation',
      description: 'Trouver la section de la documentation qui répond à une question',
    },
    query: {
      name: 'question',
      description: 'Une question, ou le nom d’une page, d’un paramètre ou un code d’erreur',
    },
    collection: { name: 'collection', description: 'Chercher seulement dans cette collection' },
    version: { name: 'version', description: 'Chercher dans cette version de la documentation' },
    share: { name: 'partager', description: 'Montrer la réponse à tout le monde ici' },
    for: { name: 'pour', description: 'Mentionner la personne à qui la réponse est destinée' },
    find: 'Chercher dans la documentation',
  },
  changelog: FRENCH_CHANGELOG,
};
