import type { ChangelogWords } from './changelog-words.ts';

export const FRENCH_CHANGELOG: ChangelogWords = {
  command: { name: 'nouveautés', description: 'Ce qui a changé, et ce qui est publié dans ce salon' },
  actions: {
    latest: { name: 'dernières', description: 'Afficher les entrées les plus récentes' },
    search: { name: 'chercher', description: 'Trouver des entrées sur un sujet' },
    subscribe: { name: 'abonner', description: 'Publier dans ce salon les nouvelles entrées d’un flux' },
    unsubscribe: { name: 'désabonner', description: 'Ne plus publier ici les entrées d’un flux' },
    list: { name: 'liste', description: 'Afficher ce qui est publié dans ce salon' },
    preview: { name: 'aperçu', description: 'Montrer la dernière entrée telle qu’elle serait publiée ici' },
  },
  options: {
    feed: { name: 'flux', description: 'Quel journal des modifications' },
    words: { name: 'mots', description: 'De quoi il s’agit' },
    package: { name: 'paquet', description: 'Seulement ce paquet\u202F; plusieurs avec des virgules' },
    contains: {
      name: 'contient',
      description: 'Seulement avec ces mots\u202F; une expression entre guillemets',
    },
    releases: { name: 'type', description: 'Seulement les versions stables, ou les préversions' },
    versions: { name: 'plage', description: 'Seulement les versions de cette plage, comme >=2.1' },
    breaking: { name: 'incompatible', description: 'Seulement les changements incompatibles' },
    digest: { name: 'quand', description: 'Chacune aussitôt, ou plusieurs ensemble' },
    day: { name: 'jour', description: 'Quel jour, si c’est chaque semaine' },
    hour: { name: 'heure', description: 'À quelle heure, de 0 à 23, si elles sont regroupées' },
    zone: { name: 'fuseau', description: 'Fuseau horaire, comme Europe/Paris' },
  },
  choices: {
    stable: 'Versions stables',
    prerelease: 'Préversions',
    now: 'Aussitôt',
    daily: 'Chaque jour',
    weekly: 'Chaque semaine',
    monday: 'lundi',
    tuesday: 'mardi',
    wednesday: 'mercredi',
    thursday: 'jeudi',
    friday: 'vendredi',
    saturday: 'samedi',
    sunday: 'dimanche',
  },
  latest: 'Les entrées les plus récentes\u00A0:',
  found: (query) => `Entrées sur «\u00A0${query}\u00A0»\u00A0:`,
  digest: (count) => (count === 1 ? '1 nouvelle entrée\u00A0:' : `${count} nouvelles entrées\u00A0:`),
  noneFound: (query) => `Aucune entrée sur «\u00A0${query}\u00A0».`,
  none: 'Il n’y a pas encore d’entrée.',
  news: 'Annoncé récemment\u00A0:',
  prerelease: 'préversion',
  breaking: 'changement incompatible',
  readAll: 'Lire toute l’entrée',
  preview: 'La dernière entrée serait publiée ici ainsi\u00A0:',
  posted: 'Publié dans ce salon\u00A0:',
  nothingPosted: 'Aucun journal des modifications n’est publié dans ce salon.',
  subscribed: (feed, what) => `Désormais, les nouvelles entrées de ${feed} sont publiées ici\u00A0: ${what}.`,
  changed: (feed, what) =>
    `C’est modifié. Les nouvelles entrées de ${feed} sont publiées ici\u00A0: ${what}.`,
  unsubscribed: (feed) => `Les entrées de ${feed} ne sont plus publiées ici.`,
  whichFeed: (named, feeds) =>
    named === ''
      ? `Lequel\u202F? Il y a\u00A0: ${feeds}.`
      : `Je ne connais pas «\u00A0${named}\u00A0». Il y a\u00A0: ${feeds}.`,
  notSubscribed: (named, feeds) => {
    if (feeds === '') return 'Aucun journal des modifications n’est publié dans ce salon.';
    const question =
      named === '' ? 'Lequel\u202F?' : `«\u00A0${named}\u00A0» n’est pas publié dans ce salon.`;
    return `${question} Sont publiés ici\u00A0: ${feeds}.`;
  },
  inConfig: (feed) =>
    `C’est ma configuration qui fait publier ${feed} ici. Les responsables de ce bot peuvent l’y modifier.`,
  noEntry: (feed) => `${feed} n’a pas encore d’entrée, donc pas d’aperçu.`,
  badTerm: (term, reason) => `Je ne comprends pas «\u00A0${term}\u00A0»\u00A0: ${reason}.`,
  noFeeds: 'Il n’y a aucun journal des modifications que je puisse afficher ici.',
  failed: 'Je n’ai pas accès aux journaux des modifications pour le moment. Réessayez plus tard.',
  mayNotManage: 'Vous ne pouvez pas modifier ce qui est publié ici. Demandez à quelqu’un qui gère ce salon.',
  onlyInChannels:
    'Je ne publie les journaux des modifications que dans des salons. Tapez la commande dans celui qui convient.',
  usage: (command) =>
    [
      `${command} latest [flux]\u00A0: les entrées les plus récentes`,
      `${command} search mots\u00A0: des entrées sur un sujet`,
      `${command} subscribe flux [quoi] [quand]\u00A0: publier les nouvelles entrées dans ce canal`,
      `${command} unsubscribe [flux]\u00A0: ne plus les publier`,
      `${command} list\u00A0: ce qui est publié dans ce canal`,
      `${command} preview [flux]\u00A0: la dernière entrée telle qu’elle serait publiée ici`,
      'quoi\u00A0: stable, prerelease, breaking, package:node, ">=2.1", mots',
      'quand\u00A0: now, daily 9:00 Europe/Paris, weekly monday 9:00',
    ].join('\n'),
  invite:
    'Mais je ne peux pas encore publier dans ce salon. Ajoutez-moi et laissez-moi envoyer des messages.',
  paused: (feed, channel, reason) =>
    `Je ne publie plus ${feed} dans ${channel}\u00A0: ${reason}. Une fois ce problème réglé, abonnez de nouveau le salon.`,
  filters: {
    join: (first, second) => `${first}, ${second}`,
    everything: 'tout',
    packages: (names) => `paquet ${names}`,
    containing: (words) => `avec ${words}`,
    stable: 'versions stables seulement',
    prerelease: 'préversions seulement',
    range: (range) => `plage ${range}`,
    breaking: 'changements incompatibles seulement',
    now: 'aussitôt',
    daily: (hour, zone) => `chaque jour à ${hour} (${zone})`,
    weekly: (day, hour, zone) => `chaque semaine, le ${day} à ${hour} (${zone})`,
    fromConfig: 'selon ma configuration',
    by: (person) => `par ${person}`,
    paused: (reason) => `en pause\u00A0: ${reason}`,
  },
};
