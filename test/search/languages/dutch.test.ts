import type { Files } from '../pages.ts';
import { testAnswers, testForms } from './answers.ts';
import type { Questions } from './answers.ts';

const DOCS: Files = {
  'begin.md': `# Aan de slag
    > Uw eerste taak in vijf minuten.
    ## Account aanmaken
    Registreer u op het dashboard en bevestig uw e-mailadres.
    ## Pakket installeren
    De installatie gaat met \`npm install @oven/node\`.`,
  'gebruikersbeheer.md': `# Gebruikersbeheer
    > Wie in het team wat mag.
    ## Teamlid uitnodigen
    Vul het e-mailadres in. De uitnodiging blijft zeven dagen geldig.
    ## Rollen en rechten
    Eigenaren mogen alles, kijkers lezen alleen.
    ## Gebruiker verwijderen
    Verwijderde personen worden meteen afgemeld.`,
  'inloggen.md': `# Inloggen
    Log in met uw e-mailadres en wachtwoord.
    ## Wachtwoord opnieuw instellen
    Klik op ‘Wachtwoord vergeten’. De link verloopt na een uur.
    ## Tweestapsverificatie
    Scan de QR-code met een app.`,
  'sleutels.md': `# API-sleutels
    > Verzoeken aan de API authenticeren.
    De sleutel staat in de header \`Authorization\`.
    ## Sleutel genereren
    Kies een naam en een omgeving.
    ## Sleutel intrekken
    Een ingetrokken sleutel werkt meteen niet meer.`,
  'webhooks.md': `# Webhooks
    > Horen wanneer een taak klaar is.
    ## Eindpunt toevoegen
    Vul de URL in op het dashboard.
    ## Handtekening controleren
    Elk bericht draagt een HMAC met SHA-256.`,
  'facturering.md': `# Facturering
    > Abonnementen, facturen en betaling.
    ## Facturen downloaden
    Elke factuur is er als PDF.
    ## Abonnement wijzigen
    Een hoger abonnement gaat meteen in.
    ## Abonnement opzeggen
    Alle gegevens worden na 30 dagen gewist.`,
  'planning.md': `# Planning
    > Taken op vaste tijden uitvoeren.
    ## Cron-uitdrukkingen
    \`0 9 * * 1-5\` begint op werkdagen om negen uur.
    ## Tijdzones
    Zonder opgave geldt UTC. De zomertijd telt mee.`,
  'fouten.md': `# Foutmeldingen
    > Wat statuscodes betekenen.
    ## Te veel verzoeken
    \`429\`: de limiet van 1000 verzoeken per minuut is overschreden.
    ## Bestand te groot
    Hoogstens 256 kB per taak.`,
  'reservekopie.md': `# Reservekopieën
    > Veiligstellen en terugzetten.
    ## Terugzetten
    Kies een tijdstip van de laatste 14 dagen.`,
  'meldingen.md': `# Meldingen
    > E-mails en berichten in Slack.
    ## Meldingen uitschakelen
    In het profiel is elke melding uit te schakelen.`,
  'taal.md': `# Taalinstellingen
    De interface is er in het Nederlands en het Engels.
    ## Taal wijzigen
    De instelling staat in het profiel.`,
};

const QUESTIONS: Questions = [
  ['Hoe kan ik iemand uitnodigen voor mijn team?', 'Teamlid uitnodigen'],
  ['uitnodiging teamleden', 'Teamlid uitnodigen'],
  ['wachtwoord vergeten', 'Wachtwoord opnieuw instellen'],
  ['nieuw wachtwoord ingesteld', 'Wachtwoord opnieuw instellen'],
  ['gebruikers verwijderd', 'Gebruiker verwijderen'],
  ['beheer van gebruikers', 'Gebruikersbeheer'],
  ['beheer', 'Gebruikersbeheer'],
  ['welke rechten heeft een kijker', 'Rollen en rechten'],
  ['hoe maak ik een account aan', 'Account aanmaken'],
  ['account aangemaakt', 'Account aanmaken'],
  ['api sleutel genereren', 'Sleutel genereren'],
  ['sleutel ingetrokken', 'Sleutel intrekken'],
  ['waar download ik mijn facturen', 'Facturen downloaden'],
  ['factuur donwloaden pdf', 'Facturen downloaden'],
  ['abonnement opgezegd', 'Abonnement opzeggen'],
  ['tijdzone', 'Tijdzones'],
  ['fout 429 te veel verzoeken', 'Te veel verzoeken'],
  ['reservekopie terugzetten', 'Terugzetten'],
  ['melding uitschakelen', 'Meldingen uitschakelen'],
  ['de taal veranderen', 'Taal wijzigen'],
  ['handtekening van een webhook controleren', 'Handtekening controleren'],
  ['pakket geïnstalleerd', 'Pakket installeren'],
];

await testAnswers('nl-BE', DOCS, QUESTIONS);

testForms('nl', [
  'gebruiker gebruikers',
  'wachtwoord wachtwoorden',
  'verwijderen verwijdert verwijderd',
  'beheren beheer beheert',
  'instellen ingesteld instelling instellingen',
  "foto foto's fotos",
  'ijs ĳs',
  'webhook webhooks',
]);
