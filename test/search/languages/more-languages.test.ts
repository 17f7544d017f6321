import { testForms } from './answers.ts';

testForms('sv', [
  'användare användaren användarna anvandare',
  'inställning inställningar',
  'återställa återställning återställningen återställer',
  'lösenord losenord',
  'nyckel',
  'webhook webhooks',
]);
testForms('da', [
  'bruger brugere brugeren brugerne',
  'adgangskode adgangskoder',
  'nulstille nulstilling',
  'nøgle nøgler noegle nogle',
  'webhook webhooks',
]);
testForms('nb', [
  'bruker brukere brukeren brukerne',
  'passord',
  'tilbakestille tilbakestilling tilbakestiller',
  'nøkkel noekkel',
]);
testForms('fi', [
  'käyttäjä käyttäjät käyttäjän käyttäjien kayttaja',
  'asetus asetukset asetuksen',
  'salasana salasanan salasanat salasanaa',
]);
testForms('hu', ['felhasználó felhasználók felhasználónak', 'beállítás beállítások', 'kulcs kulcsok']);
testForms('ro', ['utilizator utilizatori utilizatorul', 'parolă parola parole', 'cheie']);
testForms('el', ['χρήστης χρήστες χρηστης ΧΡΗΣΤΕΣ', 'κωδικός κωδικοί κωδικος', 'webhook webhooks']);
testForms('tr', [
  'kullanıcı kullanıcılar KULLANICI',
  'ayar ayarlar ayarları',
  "Slack Slack'te",
  'şifre şifreler sifre',
]);
testForms('uk', [
  'користувач користувачі користувача',
  'видалити видалення',
  'пароль паролі пароля',
  'створити створення',
  'webhook webhooks',
]);
testForms('ar', ['المستخدم المستخدمين مستخدم', 'إعدادات اعدادات', 'webhook webhooks']);
testForms('hi', ['उपयोगकर्ता उपयोगकर्ताओं', 'पासवर्ड', 'webhook webhooks']);
testForms('id', ['hapus menghapus dihapus', 'sandi']);
// Languages without a stemmer only fold.
testForms('pl', ['hasło haslo HASŁO', 'hasła']);
testForms('cs', ['uživatel uzivatel', 'uživatelé']);
