import type { Files } from '../pages.ts';
import { testAnswers, testForms } from './answers.ts';
import type { Questions } from './answers.ts';

const DOCS: Files = {
  'inicio.md': `# Inicio rápido
    > Su primera tarea en cinco minutos.
    ## Crear una cuenta
    Regístrese en el panel y confirme su correo electrónico.
    ## Instalar el paquete
    La instalación se hace con \`npm install @horno/node\`.`,
  'usuarios.md': `# Gestión de usuarios
    > Quién puede hacer qué en el equipo.
    ## Invitar a un miembro
    Escriba la dirección; la invitación vale siete días.
    ## Roles y permisos
    Los propietarios pueden hacerlo todo, los lectores solo leen.
    ## Eliminar usuarios
    Las personas eliminadas se desconectan al momento.`,
  'acceso.md': `# Iniciar sesión
    Entre con su correo y su contraseña.
    ## Restablecer la contraseña
    Pulse «He olvidado mi contraseña». El enlace caduca en una hora.
    ## Autenticación de dos factores
    Escanee el código QR con una aplicación.`,
  'claves.md': `# Claves de API
    > Autenticar las peticiones.
    La clave va en la cabecera \`Authorization\`.
    ## Generar una clave
    Elija un nombre y un entorno.
    ## Revocar una clave
    Una clave revocada deja de funcionar enseguida.`,
  'webhooks.md': `# Webhooks
    > Enterarse de que una tarea ha terminado.
    ## Añadir un punto de conexión
    Escriba la URL en el panel.
    ## Comprobar la firma
    Cada mensaje lleva un HMAC con SHA-256.`,
  'facturacion.md': `# Facturación
    > Planes, facturas y pagos.
    ## Descargar facturas
    Cada factura está disponible en PDF.
    ## Cambiar de plan
    Las mejoras surten efecto al instante.
    ## Cancelar la suscripción
    Los datos se borran a los 30 días.`,
  'horarios.md': `# Tareas programadas
    > Ejecutar tareas a horas fijas.
    ## Expresiones cron
    \`0 9 * * 1-5\` empieza a las nueve los días laborables.
    ## Zonas horarias
    Si no se indica otra, es UTC. Se respeta el horario de verano.`,
  'errores.md': `# Mensajes de error
    > Qué significan los códigos de estado.
    ## Demasiadas peticiones
    \`429\`: se ha superado el límite de 1000 peticiones por minuto.
    ## Carga demasiado grande
    Como máximo 256 kB por tarea. Guarde los archivos mayores en otro sitio.`,
  'copias.md': `# Copias de seguridad
    > Guardar y restaurar.
    ## Restauración
    Elija un momento de los últimos 14 días.`,
  'avisos.md': `# Notificaciones
    > Correos y mensajes en Slack.
    ## Desactivar las notificaciones
    Cada una se desactiva en el perfil.`,
  'idioma.md': `# Idioma de la interfaz
    La interfaz está en español, inglés y francés.
    ## Cambiar el idioma
    El ajuste está en el perfil.`,
  'tokens.md': `# Tokens de acceso
    > Para la línea de órdenes.
    ## Renovar un token
    Los tokens caducan a los 90 días.`,
};

const QUESTIONS: Questions = [
  ['¿Cómo invito a alguien a mi equipo?', 'Invitar a un miembro'],
  ['invitacion de miembros', 'Invitar a un miembro'],
  ['olvidé mi contraseña', 'Restablecer la contraseña'],
  ['restablecer contrasena', 'Restablecer la contraseña'],
  ['¿cómo puedo eliminar un usuario?', 'Eliminar usuarios'],
  ['qué permisos tiene un lector', 'Roles y permisos'],
  ['creacion de cuentas', 'Crear una cuenta'],
  ['como creo una cuenta por favor', 'Crear una cuenta'],
  ['generar clave api', 'Generar una clave'],
  ['clave revocada', 'Revocar una clave'],
  ['dónde descargo mis facturas', 'Descargar facturas'],
  ['descargar factrua pdf', 'Descargar facturas'],
  ['cambio de plan', 'Cambiar de plan'],
  ['quiero cancelar mi suscripcion', 'Cancelar la suscripción'],
  ['zona horaria', 'Zonas horarias'],
  ['error 429 demasiadas peticiones', 'Demasiadas peticiones'],
  ['restaurar una copia de seguridad', 'Restauración'],
  ['desactivar notificacion', 'Desactivar las notificaciones'],
  ['idioma de la interfaz', 'Idioma de la interfaz'],
  ['comprobación de firma del webhook', 'Comprobar la firma'],
  ['autenticacion de dos factores', 'Autenticación de dos factores'],
  ['instalacion del paquete', 'Instalar el paquete'],
  ['¿cuándo caduca mi token?', 'Renovar un token'],
  ['expresion cron', 'Expresiones cron'],
];

await testAnswers('es-419', DOCS, QUESTIONS);

testForms('es', [
  'contraseña contraseñas contrasena contrasenas CONTRASEÑA',
  'configuración configuracion configuraciones configurar configurado',
  'crear creación creacion creado creando',
  'sesión sesion sesiones',
  'token tokens',
  'API APIs',
  'usuario usuarios',
  'página pagina páginas',
]);
