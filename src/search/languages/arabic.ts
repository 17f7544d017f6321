import { stemmer } from '@orama/stemmers/arabic';
import { stemmedLanguage } from './stemmed-language.ts';

const STOP_WORDS = `في من على إلى الى عن مع هل ما ماذا متى أين كيف لماذا من هو هي هم هن أنا أنت انا انت نحن أنتم هذا هذه ذلك تلك هؤلاء
  الذي التي الذين اللاتي أن ان إن لا لم لن ليس ليست كان كانت يكون تكون قد لقد ثم أو او أم بل لكن إذا اذا لو كل بعض أي اي غير
  عند عندما بعد قبل حتى منذ خلال بين فوق تحت حول لدى لدي له لها لهم لي لك لنا به بها فيه فيها منه منها عليه عليها إليه إليها
  كما مثل حيث كم يمكن يمكنني أستطيع استطيع يجب أريد اريد أرجو شكرا مرحبا السلام عليكم فضلك و ف ب ل ك`;

/** Arabic. */
export const arabic = stemmedLanguage({
  code: 'ar',
  script: 'other',
  stemmer,
  stopWords: STOP_WORDS.split(/\s+/u),
});
