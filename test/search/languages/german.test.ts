import { describe, expect, test } from 'vitest';
import type { Files } from '../pages.ts';
import { engineIn, testAnswers, testForms } from './answers.ts';
import type { Questions } from './answers.ts';

const DOCS: Files = {
  'einstieg.md': `# Erste Schritte
    > In fünf Minuten zum ersten Auftrag.
    Brenner führt Hintergrundaufträge für Ihre Anwendung aus.
    ## Konto anlegen
    Registrieren Sie sich im Dashboard und bestätigen Sie Ihre E-Mail-Adresse.
    ## Paket installieren
    Die Installation erfolgt mit \`npm install @brenner/node\`.`,
  'benutzerverwaltung.md': `# Benutzerverwaltung
    > Wer im Team was darf.
    Alle Mitglieder stehen auf der Seite Team.
    ## Mitglied einladen
    Öffnen Sie Team und geben Sie die E-Mail-Adresse ein. Die Einladung ist sieben Tage gültig.
    ## Rollen und Berechtigungen
    Besitzer dürfen alles, Entwickler verwalten Warteschlangen, Betrachter lesen nur.
    ## Mitglied entfernen
    Entfernte Personen werden sofort abgemeldet.`,
  'anmeldung.md': `# Anmeldung
    Melden Sie sich mit E-Mail-Adresse und Passwort an.
    ## Passwort zurücksetzen
    Klicken Sie auf „Passwort vergessen“. Der Link läuft nach einer Stunde ab.
    ## Zwei-Faktor-Authentifizierung
    Scannen Sie den QR-Code mit einer Authenticator-App.
    ## Passwortrichtlinien
    Mindestens zwölf Zeichen, davon eine Ziffer.`,
  'schluessel.md': `# API-Schlüssel
    > Anfragen an die API authentifizieren.
    Der Schlüssel steht im Header \`Authorization\`.
    ## Schlüssel erstellen
    Wählen Sie einen Namen und eine Umgebung.
    ## Schlüssel austauschen
    Erzeugen Sie einen zweiten, stellen Sie um, widerrufen Sie den ersten.`,
  'webhooks.md': `# Webhooks
    > Erfahren, wenn ein Auftrag fertig ist.
    ## Endpunkt hinzufügen
    Geben Sie die URL im Dashboard ein.
    ## Signatur prüfen
    Jede Nachricht trägt einen HMAC mit SHA-256.
    ## Erneute Zustellung
    Antwortet der Endpunkt nicht, wird bis zu achtmal wiederholt.`,
  'abrechnung.md': `# Abrechnung
    > Tarife, Rechnungen, Zahlung.
    ## Rechnungen herunterladen
    Sie finden jede Rechnung als PDF unter Abrechnung.
    ## Tarif wechseln
    Höherstufungen gelten sofort, Rückstufungen zum Monatsende.
    ## Konto kündigen
    Nach der Kündigung werden alle Daten nach 30 Tagen gelöscht.`,
  'zeitplaene.md': `# Zeitpläne
    > Aufträge zu festen Zeiten ausführen.
    ## Cron-Ausdrücke
    \`0 9 * * 1-5\` startet werktags um neun.
    ## Zeitzonen
    Ohne Angabe gilt UTC. Die Sommerzeit wird beachtet.`,
  'fehler.md': `# Fehlermeldungen
    > Was Statuscodes bedeuten.
    ## Zu viele Anfragen
    \`429\`: Das Anfragelimit von 1.000 pro Minute ist überschritten.
    ## Nutzdaten zu groß
    Höchstens 256 kB je Auftrag. Größere Dateien legen Sie anderswo ab.`,
  'sicherung.md': `# Datensicherung
    > Sichern und wiederherstellen.
    ## Sicherungskopie anlegen
    Jede Nacht entsteht eine Kopie der Datenbank.
    ## Wiederherstellung
    Wählen Sie einen Zeitpunkt der letzten 14 Tage.`,
  'benachrichtigungen.md': `# Benachrichtigungen
    > E-Mails und Nachrichten in Slack.
    ## Benachrichtigungen abschalten
    Unter Profil lässt sich jede einzeln deaktivieren.`,
  'sprache.md': `# Spracheinstellungen
    Die Oberfläche gibt es auf Deutsch, Englisch und Französisch.
    ## Sprache ändern
    Die Einstellung finden Sie unter Profil.`,
  'protokoll.md': `# Änderungsprotokoll
    > Wer was wann geändert hat.
    Jede Änderung wird ein Jahr aufbewahrt.
    ## Protokoll exportieren
    Laden Sie es als CSV herunter.`,
};

const QUESTIONS: Questions = [
  ['Wie kann ich ein neues Teammitglied einladen?', 'Mitglied einladen'],
  ['wie lade ich jemanden ins team ein', 'Mitglied einladen'],
  ['passwort vergessen was nun', 'Passwort zurücksetzen'],
  ['Wie setze ich mein Passwort zurück?', 'Passwort zurücksetzen'],
  ['passwort zuruecksetzen', 'Passwort zurücksetzen'],
  ['Passwort zurückgesetzt, Link abgelaufen', 'Passwort zurücksetzen'],
  ['Verwaltung der Benutzer', 'Benutzerverwaltung'],
  ['Verwaltung', 'Benutzerverwaltung'],
  ['welche Rechte haben Entwickler', 'Rollen und Berechtigungen'],
  ['neuen Schluessel anlegen', 'Schlüssel erstellen'],
  ['wird ein neuer API Schlüssel erstellt', 'Schlüssel erstellen'],
  ['Rechnung runterladen pdf', 'Rechnungen herunterladen'],
  ['wo finde ich meine rechnugen', 'Rechnungen herunterladen'],
  ['Konto gekündigt, wann werden die Daten gelöscht?', 'Konto kündigen'],
  ['Wie kündige ich?', 'Konto kündigen'],
  ['sicherungskopien', 'Sicherungskopie anlegen'],
  ['Datenbank wiederherstellen', 'Wiederherstellung'],
  ['zu grosse datei', 'Nutzdaten zu groß'],
  ['429 zu viele Anfragen', 'Zu viele Anfragen'],
  ['Zeitzone einstellen', 'Zeitzonen'],
  ['Benachrichtigung deaktivieren', 'Benachrichtigungen abschalten'],
  ['sprache aendern', 'Sprache ändern'],
  ['Woher weiß ich, dass ein Webhook echt ist? Signatur', 'Signatur prüfen'],
  ['zwei faktor authentifizieren', 'Zwei-Faktor-Authentifizierung'],
  ['wie installiere ich das Paket', 'Paket installieren'],
  ['Richtlinien für Passwörter', 'Passwortrichtlinien'],
  ['protokoll als csv exportiert', 'Protokoll exportieren'],
];

await testAnswers('de-AT', DOCS, QUESTIONS);

testForms('de', [
  'über ueber uber',
  'Schlüssel schluessel Schlüsseln schlussel',
  'Straße strasse Straßen',
  'groß gross große größe groesse',
  'löschen löscht gelöscht Löschung geloescht',
  'erstellen erstellt erstelle Erstellung',
  'verwalten verwaltet Verwaltung Verwaltungen',
  'konfigurieren konfiguriert Konfiguration Konfigurationen Konfigurierung',
  'zurücksetzen zurückgesetzt zurückzusetzen',
  'Webhook Webhooks',
  'Konto Kontos',
  'API APIs',
  'Dokument Dokumente Dokumenten',
  'Seite Seiten',
  'Internet',
  'intern',
]);

describe('compounds', async () => {
  const engine = await engineIn('de', DOCS);
  const first = (question: string): string | undefined =>
    engine.search(question, { limit: 1, collections: [] }).hits[0]?.section.heading;

  test('are found by their parts', () => {
    expect(first('Kopie')).toBe('Sicherungskopie anlegen');
    expect(first('Richtlinien')).toBe('Passwortrichtlinien');
  });

  test('that nobody wrote are looked for in parts', () => {
    expect(first('Kontokündigung')).toBe('Konto kündigen');
  });

  test('come after the word itself', () => {
    expect(first('Einstellung')).toBe('Sprache ändern');
  });
});

test('seit is a stop word, and Seite is none', async () => {
  const engine = await engineIn('de', {
    'a.md': '# Seit\nseit gestern',
    'b.md': '# Seiten\nDie Seite und der Rand.',
  });
  const { vocabulary, stops } = engine.state.index;
  expect(stops[vocabulary.id('seit') ?? -1]).toBe(0);
  expect(stops[vocabulary.id('und') ?? -1]).toBe(1);
});
