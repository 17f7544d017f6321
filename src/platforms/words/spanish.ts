import { SPANISH_CHANGELOG } from './spanish-changelog.ts';
import type { Words } from './words.ts';

export const SPANISH: Words = {
  failures: {
    'not-ready': 'Todavía estoy leyendo la documentación. Inténtalo de nuevo en un momento.',
    gone: 'Esa sección ya no está en la documentación.',
    failed:
      'Algo ha fallado durante la búsqueda. Inténtalo de nuevo; si sigue pasando, avisa a quienes administran este bot.',
  },
  noVersion: (version, versions) => `La documentación no tiene la versión ${version}. Tiene ${versions}.`,
  unsure: 'No lo sé con certeza, pero puede que esto te ayude:',
  nothing: 'Parece que la documentación no responde a eso.',
  closest: 'Los títulos más parecidos:',
  further: 'También en la documentación:',
  didYouMean: (question) => `Quizás quisiste decir: ${question}`,
  results: (first, last) => (first === last ? `Resultado ${first}` : `Resultados del ${first} al ${last}`),
  readOn: 'Leer la sección completa',
  thanks: 'Gracias por tu opinión.',
  sharedBy: (name) => `Compartido por ${name}`,
  forPerson: (name) => `Para ${name}`,
  buttons: {
    share: { label: 'Compartir', spoken: 'Compartir esta respuesta con todos aquí' },
    more: { label: 'Más', spoken: 'Mostrar más resultados' },
    helpful: { label: '👍', spoken: 'Me ha servido' },
    unhelpful: { label: '👎', spoken: 'No me ha servido' },
    dismiss: { label: 'Descartar', spoken: 'Quitar esta respuesta' },
    delete: { label: 'Eliminar', spoken: 'Eliminar esta respuesta para todos' },
    solved: { label: 'Esto lo resolvió', spoken: 'Marcar esta publicación como resuelta' },
    wrong: { label: 'No me sirve', spoken: 'Quitar esta sugerencia' },
  },
  forum: {
    suggestion: 'Puede que esto ya esté en la documentación:',
    solvedBy: (name) => `Marcado como resuelto por ${name}.`,
  },
  notices: {
    tooMany: (seconds) =>
      `Son muchas preguntas de golpe. Vuelve a preguntar en ${seconds === 1 ? 'un segundo' : `${seconds} segundos`}.`,
    useMore: 'Para ver más resultados, usa el botón «Más» que está debajo de la respuesta.',
    unreadable:
      'No puedo leer los mensajes anteriores a este. Usa el botón «Más» que está debajo de la respuesta.',
    nothingBefore: 'Aquí todavía no hay ninguna pregunta cuyos resultados pueda continuar. Haz una.',
    noMore: 'La documentación no tiene nada más sobre eso.',
    otherVersion: 'Este botón es de otra versión de mí. Vuelve a preguntar.',
    forgotten: 'Ya no recuerdo esa pregunta. Vuelve a hacerla.',
    mayNotDismiss: 'Solo la persona que preguntó puede descartar esto.',
    mayNotDelete:
      'Solo la persona que preguntó y quienes gestionan los mensajes de este canal pueden eliminar esto.',
    mayNotSolve:
      'Solo la persona que escribió esta publicación y quienes gestionan los mensajes de este canal pueden hacer eso.',
    notSaved: 'No he podido guardarlo. Inténtalo más tarde.',
    goneToShare: 'Esa sección ya no está en la documentación. Vuelve a preguntar.',
    nothingToShare: 'Aquí no hay nada que compartir.',
    notShared: (reason) =>
      `No he podido compartirlo: ${reason}. Vuelve a preguntar y comparte la nueva respuesta.`,
    notPosted: (reason) => `No he podido publicar la respuesta allí. ${reason}.`,
    noText: 'Ese mensaje no tiene texto que pueda buscar.',
  },
  help: {
    title: 'Pregunta a la documentación',
    lead: 'Pregunta con tus propias palabras o escribe el nombre de una página, un parámetro o un código de error. La respuesta cita la sección que lo explica y la enlaza.',
    question: 'tu pregunta',
    byMessage: 'Envía un mensaje directo al bot',
    within: ' antes de una pregunta busca solo en esa colección',
    ofVersion: ' delante de una pregunta busca en esa versión de la documentación',
    versions: (versions) => `versiones ${versions}`,
    more: ' muestra los siguientes resultados',
    collections: 'Puedes preguntar sobre:',
    examples: 'Por ejemplo:',
    slack: {
      byCommand: ' en cualquier canal; solo tú ves la respuesta',
      byMention: 'Menciona al bot en un canal o un hilo; la respuesta va al hilo',
      byShortcut: 'En el menú de un mensaje, elige ',
      shortcut: 'Find in docs',
    },
    discord: {
      byCommand: ' en cualquier canal; mientras escribes se sugieren páginas',
      byMention: 'Menciona al bot en un canal o un hilo; responderá a tu mensaje',
      byShortcut: 'En el menú de un mensaje, elige ',
      shortcut: 'Aplicaciones → Buscar en la documentación',
    },
  },
  home: {
    lead: 'Respuestas de la documentación, con el fragmento y un enlace a la sección exacta.',
    label: 'Pregunta a la documentación',
    placeholder: 'Cómo puedo…',
  },
  commands: {
    docs: {
      name: 'documentos',
      description: 'Encuentra la sección de la documentación que responde a una pregunta',
    },
    query: {
      name: 'pregunta',
      description: 'Una pregunta o el nombre de una página, un parámetro o un código de error',
    },
    collection: { name: 'colección', description: 'Buscar solo en esta colección' },
    version: { name: 'versión', description: 'Buscar en esta versión de la documentación' },
    share: { name: 'compartir', description: 'Mostrar la respuesta a todos aquí' },
    for: { name: 'para', description: 'Mencionar a la persona para quien es la respuesta' },
    find: 'Buscar en la documentación',
  },
  changelog: SPANISH_CHANGELOG,
};
