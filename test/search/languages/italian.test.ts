import type { Files } from '../pages.ts';
import { testAnswers, testForms } from './answers.ts';
import type { Questions } from './answers.ts';

const DOCS: Files = {
  'inizio.md': `# Primi passi
    > La prima attività in cinque minuti.
    ## Creare un account
    Registrati nel pannello e conferma l'indirizzo e-mail.
    ## Installare il pacchetto
    L'installazione si fa con \`npm install @forno/node\`.`,
  'utenti.md': `# Gestione degli utenti
    > Chi può fare cosa nella squadra.
    ## Invitare un membro
    Inserisci l'indirizzo; l'invito vale sette giorni.
    ## Ruoli e autorizzazioni
    I proprietari possono fare tutto, i lettori leggono soltanto.
    ## Eliminare un utente
    Le persone eliminate vengono disconnesse subito.`,
  'accesso.md': `# Accesso
    Entra con l'e-mail e la password.
    ## Reimpostare la password
    Premi «Password dimenticata». Il collegamento scade dopo un'ora.
    ## Autenticazione a due fattori
    Scansiona il codice QR con un'app.`,
  'chiavi.md': `# Chiavi dell'API
    > Autenticare le richieste.
    La chiave va nell'intestazione \`Authorization\`.
    ## Generare una chiave
    Scegli un nome e un ambiente.
    ## Revocare una chiave
    Una chiave revocata smette subito di funzionare.`,
  'webhook.md': `# Webhook
    > Sapere quando un'attività è finita.
    ## Aggiungere un endpoint
    Inserisci l'URL nel pannello.
    ## Verificare la firma
    Ogni messaggio porta un HMAC con SHA-256.`,
  'fatturazione.md': `# Fatturazione
    > Piani, fatture e pagamenti.
    ## Scaricare le fatture
    Ogni fattura è disponibile in PDF.
    ## Cambiare piano
    I passaggi a un piano superiore valgono subito.
    ## Disdire l'abbonamento
    I dati vengono cancellati dopo 30 giorni.`,
  'pianificazione.md': `# Pianificazione
    > Eseguire attività a ore fisse.
    ## Espressioni cron
    \`0 9 * * 1-5\` parte alle nove dei giorni feriali.
    ## Fusi orari
    Se non indicato vale UTC. L'ora legale è rispettata.`,
  'errori.md': `# Messaggi di errore
    > Che cosa significano i codici di stato.
    ## Troppe richieste
    \`429\`: superato il limite di 1000 richieste al minuto.
    ## Contenuto troppo grande
    Al massimo 256 kB per attività.`,
  'copie.md': `# Copie di sicurezza
    > Salvare e ripristinare.
    ## Ripristino
    Scegli un momento degli ultimi 14 giorni.`,
  'notifiche.md': `# Notifiche
    > E-mail e messaggi in Slack.
    ## Disattivare le notifiche
    Ognuna si disattiva nel profilo.`,
  'lingua.md': `# Lingua dell'interfaccia
    L'interfaccia è in italiano, inglese e tedesco.
    ## Cambiare la lingua
    L'impostazione è nel profilo.`,
};

const QUESTIONS: Questions = [
  ['Come posso invitare qualcuno nella mia squadra?', 'Invitare un membro'],
  ['invito membri', 'Invitare un membro'],
  ['ho dimenticato la password', 'Reimpostare la password'],
  ["com'è che si reimposta la password", 'Reimpostare la password'],
  ["eliminazione dell'utente", 'Eliminare un utente'],
  ['quali autorizzazioni ha un lettore', 'Ruoli e autorizzazioni'],
  ["creazione dell'account", 'Creare un account'],
  ['generare chiave api', 'Generare una chiave'],
  ["la chiave dell'API è stata revocata", 'Revocare una chiave'],
  ["dov'è che scarico le fatture", 'Scaricare le fatture'],
  ['scaricare fatutra pdf', 'Scaricare le fatture'],
  ['cambio piano', 'Cambiare piano'],
  ["disdetta all'abbonamento", "Disdire l'abbonamento"],
  ['fuso orario', 'Fusi orari'],
  ['errore 429 troppe richieste', 'Troppe richieste'],
  ['ripristinare una copia di sicurezza', 'Ripristino'],
  ['disattivare notifica', 'Disattivare le notifiche'],
  ["lingua dell'interfaccia", "Lingua dell'interfaccia"],
  ["verifica della firma d'un webhook", 'Verificare la firma'],
  ['autenticazione a due fattori', 'Autenticazione a due fattori'],
  ['installazione pacchetto', 'Installare il pacchetto'],
  ['espressione cron', 'Espressioni cron'],
];

await testAnswers('it-CH', DOCS, QUESTIONS);

testForms('it', [
  'utente utenti',
  'creare creazione creazioni',
  'configurare configurazione configurazioni',
  'eliminare eliminazione eliminata',
  'webhook webhooks',
  'chiave chiavi',
]);
