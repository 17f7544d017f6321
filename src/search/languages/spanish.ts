import { stemmer } from '@orama/stemmers/spanish';
import { replacing } from './replacing.ts';
import { stemmedLanguage } from './stemmed-language.ts';

const STOP_WORDS = `a al algo alguien algún alguna algunas alguno algunos ambos ante antes aquel aquella aquellas aquello
  aquellos aquí así aún aunque bajo bien cada casi como cómo con conmigo contra cual cuál cuales cuáles cualquier cuando cuándo
  cuanto cuánto cuanta cuánta cuantos cuántos cuantas cuántas de del desde donde dónde durante e el él ella ellas ello ellos
  en entonces entre era eran eres es esa esas ese eso esos esta está estaba estaban están estar estas este esto estos estoy
  fue fueron ha haber había habían haga hago hace hacen hacer hacia han has hasta hay haya he hemos hizo hola igual incluso ir
  junto la las le les lo los luego más me mi mí mientras mis mismo misma mismos mismas mucho mucha muchos muchas muy nada nadie
  ni ningún ninguna ninguno no nos nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro otros para pero poco
  por porque qué que quien quién quienes quiénes quiero quiere quieren querer quisiera saber se sea sean según ser será si sí
  sido siempre siendo sin sino sobre sola solamente solo sólo son soy su sus suyo suya también tampoco tan tanto te tener tengo
  tenga tiene tienen tienes ti toda todas todavía todo todos tras tu tú tus u un una unas uno unos usted ustedes va vamos van
  varias varios vez voy y ya yo puede pueden puedo puedes podemos poder podría podrían pude debe deben debo deber debería
  gracias favor buenas buenos días dado dar da sirve manera forma posible existe funciona`;

/** Accents that people leave out, English plurals, and a noun that the stemmer parts from its verb. */
const spell = replacing([
  [/([cs])ion$/u, '$1ión'],
  [/(?<=\p{L}{2}[^aeosáéó])s$/u, ''],
  [/^(re)?creaci(?:ón|ones)$/u, '$1crear'],
]);

/** Spanish. */
export const spanish = stemmedLanguage({
  code: 'es',
  script: 'Latin',
  stemmer,
  spell,
  stopWords: STOP_WORDS.split(/\s+/u),
});
