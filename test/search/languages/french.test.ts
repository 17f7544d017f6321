import { expect, test } from 'vitest';
import type { Files } from '../pages.ts';
import { engineIn, testAnswers, testForms } from './answers.ts';
import type { Questions } from './answers.ts';

const DOCS: Files = {
  'demarrage.md': `# Démarrage rapide
    > Votre première tâche en cinq minutes.
    ## Créer un compte
    Inscrivez-vous sur le tableau de bord et confirmez votre adresse e-mail.
    ## Installer le paquet
    L'installation se fait avec \`npm install @four/node\`.`,
  'equipe.md': `# Gestion des utilisateurs
    > Qui peut faire quoi dans l'équipe.
    ## Inviter un membre
    Saisissez l'adresse e-mail ; l'invitation reste valable sept jours.
    ## Rôles et autorisations
    Les propriétaires peuvent tout faire, les lecteurs ne font que lire.
    ## Supprimer un utilisateur
    Les personnes supprimées sont déconnectées immédiatement.`,
  'connexion.md': `# Connexion
    Connectez-vous avec votre adresse et votre mot de passe.
    ## Réinitialiser le mot de passe
    Cliquez sur « Mot de passe oublié ». Le lien expire au bout d'une heure.
    ## Authentification à deux facteurs
    Scannez le code QR avec une application d'authentification.`,
  'cles.md': `# Clés d'API
    > Authentifier les requêtes.
    La clé va dans l'en-tête \`Authorization\`.
    ## Générer une clé
    Choisissez un nom et un environnement.
    ## Révoquer une clé
    Une clé révoquée cesse de fonctionner aussitôt.`,
  'webhooks.md': `# Webhooks
    > Être prévenu quand une tâche est finie.
    ## Ajouter un point de terminaison
    Saisissez son URL dans le tableau de bord.
    ## Vérifier la signature
    Chaque message porte un HMAC avec SHA-256.`,
  'facturation.md': `# Facturation
    > Offres, factures, paiement.
    ## Télécharger les factures
    Chaque facture est disponible en PDF.
    ## Changer d'offre
    Les passages à une offre supérieure prennent effet tout de suite.
    ## Résilier l'abonnement
    Les données sont effacées après 30 jours.`,
  'planification.md': `# Planification
    > Lancer des tâches à heures fixes.
    ## Expressions cron
    \`0 9 * * 1-5\` démarre à neuf heures les jours ouvrés.
    ## Fuseaux horaires
    Sans indication, c'est UTC. L'heure d'été est respectée.`,
  'erreurs.md': `# Messages d'erreur
    > Ce que veulent dire les codes de statut.
    ## Trop de requêtes
    \`429\` : la limite de 1 000 requêtes par minute est dépassée.
    ## Charge utile trop grande
    256 ko au plus par tâche. Déposez ailleurs les fichiers plus gros.`,
  'sauvegardes.md': `# Sauvegardes
    > Sauvegarder et restaurer.
    ## Restauration
    Choisissez un instant des 14 derniers jours.`,
  'notifications.md': `# Notifications
    > Courriels et messages dans Slack.
    ## Désactiver les notifications
    Chacune se désactive dans le profil.`,
  'langue.md': `# Langue de l'interface
    L'interface existe en français, en anglais et en allemand.
    ## Changer la langue
    Le réglage se trouve dans le profil.`,
  'journal.md': `# Journal d'audit
    > Qui a changé quoi, et quand.
    ## Exporter le journal
    Téléchargez-le en CSV.`,
};

const QUESTIONS: Questions = [
  ["Comment est-ce que j'invite quelqu'un dans l'équipe ?", 'Inviter un membre'],
  ['inviter des membres', 'Inviter un membre'],
  ["j'ai oublié mon mot de passe", 'Réinitialiser le mot de passe'],
  ['reinitialiser mot de passe', 'Réinitialiser le mot de passe'],
  ['réinitialisation du mot de passe', 'Réinitialiser le mot de passe'],
  ["suppression de l'utilisateur supprimé", 'Supprimer un utilisateur'],
  ["Qu'est-ce qu'un lecteur peut faire ? autorisation", 'Rôles et autorisations'],
  ['creation de compte', 'Créer un compte'],
  ["comment créer mon compte s'il vous plaît", 'Créer un compte'],
  ["générer une clé d'API", 'Générer une clé'],
  ['ma cle api est révoquée', 'Révoquer une clé'],
  ['où télécharger mes factures', 'Télécharger les factures'],
  ['telechargement facture', 'Télécharger les factures'],
  ['factrue pdf', 'Télécharger les factures'],
  ["changer l'offre", "Changer d'offre"],
  ["je veux résilier l'abonement", "Résilier l'abonnement"],
  ['fuseau horaire', 'Fuseaux horaires'],
  ["pourquoi j'obtiens une erreur 429 trop de requetes", 'Trop de requêtes'],
  ['restaurer une sauvegarde', 'Restauration'],
  ['desactiver notification', 'Désactiver les notifications'],
  ["modifier la langue de l'interface", "Langue de l'interface"],
  ['vérification de signature webhook', 'Vérifier la signature'],
  ['installation du paquet', 'Installer le paquet'],
  ["export du journal d'audit", 'Exporter le journal'],
];

await testAnswers('fr-CA', DOCS, QUESTIONS);

testForms('fr', [
  'clé clés cle',
  'API APIs',
  'réinitialiser réinitialisation reinitialiser réinitialisé',
  'configurer configuration configurés configure',
  'créer création creation crée créé',
  'utilisateur utilisateurs utilisatrice',
  'utiliser utilise utilisé',
  'webhook webhooks',
  'cœur coeur',
  'menu menus',
]);

test('an elided article is neither marked nor asked for', async () => {
  const engine = await engineIn('fr', DOCS);
  const { match } = engine.search("l'abonnement", { limit: 1, collections: [] });
  const text = "Résilier l'abonnement";
  expect(match(text).map(({ start, end }) => text.slice(start, end))).toEqual(['abonnement']);
});
